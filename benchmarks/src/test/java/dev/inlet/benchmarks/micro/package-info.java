@NullMarked
package dev.inlet.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
