# Inlet, its PostgreSQL not included: docker-compose.yml starts both.
#   docker build -t inlet .
#   docker build -t inlet-imis-simulator --target imis-simulator .

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/var/cache/inlet \
    MAVEN_USER_HOME=/var/cache/inlet/maven npm_config_cache=/var/cache/inlet/npm \
    ./mvnw -q -B -DskipTests -Dspotless.check.skip -Dmaven.repo.local=/var/cache/inlet/repository \
      -pl distribution,standalone -am package
RUN mkdir -p /opt/inlet && tar -xzf distribution/target/inlet.tar.gz -C /opt/inlet --strip-components=1
# Netty would unpack it into /tmp at each start, which nobody may write to.
RUN mkdir /opt/inlet/native && cd /opt/inlet/native && \
    for jar in ../lib/netty-transport-native-epoll-*-linux-*.jar; do jar -xf "$jar" META-INF/native; done && \
    mv META-INF/native/*.so . && rm -r META-INF
# The parts of the JDK that Inlet and the simulator (jdk.httpserver) use, and the tools to look into a node with (jcmd, jfr).
RUN jlink --output /opt/jre --no-header-files --no-man-pages --compress zip-6 \
      --add-modules java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.scripting,java.security.jgss,java.sql,jdk.crypto.ec,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

# Once as it will run, so that it starts quickly ever after. PostgreSQL refuses to be root's.
FROM build AS trained
RUN useradd --create-home trainer && chown trainer /opt/inlet
USER trainer
RUN JAVA_HOME=/opt/jre java --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
      -cp "/src/standalone/target/inlet-standalone.jar:/src/standalone/target/lib/*" \
      dev.inlet.standalone.Training /opt/inlet

FROM debian:trixie-slim AS java
COPY --from=build /opt/jre /opt/jre
ENV JAVA_HOME=/opt/jre LANG=C.UTF-8 PATH=/opt/inlet/bin:/opt/jre/bin:/usr/local/bin:/usr/bin:/bin
USER 10001:10001

FROM java AS imis-simulator
COPY --from=build /src/imis-simulator/target/lib /opt/imis-simulator/lib
COPY --from=build /src/imis-simulator/target/classes /opt/imis-simulator/classes
ENV IMIS_SIMULATOR_HOST=0.0.0.0
EXPOSE 8081
ENTRYPOINT ["/opt/jre/bin/java", "-Xmx128m", "-cp", "/opt/imis-simulator/classes:/opt/imis-simulator/lib/*", "dev.imissimulator.SimulatorApplication"]

FROM java AS inlet
COPY --from=trained --chown=0:0 /opt/inlet /opt/inlet
COPY --chmod=0755 deploy/healthy deploy/make-secrets /opt/inlet/bin/
# Volumes take over who owns them.
USER 0
RUN install -d -m 0700 -o 10001 -g 10001 /run/inlet/keys && install -d -o 10001 -g 10001 /run/inlet/database /run/inlet/superuser
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["/opt/inlet/bin/healthy"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/inlet/bin/inlet"]
