// XML is a part of Foundation on macOS and a module of its own elsewhere.
#if canImport(FoundationXML)
  @_exported import FoundationXML
#endif
