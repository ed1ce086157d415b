package dev.inlet.platform.offboarding;

import java.util.List;

/**
 * All that a feature keeps of an organization. Each feature that owns tables of tenants implements
 * it; what is secret stays out.
 */
public interface OrganizationData {

  List<ExportedFile> files();
}
