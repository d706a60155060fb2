import CLibXML2

/// The library as a whole.
enum LibXML {
  /// Done once a process, before any other call; Swift runs it under its own lock.
  private static let prepared: Void = tenggat_xml_prepare()

  /// Makes sure that libxml2 may be called.
  static func prepare() { prepared }
}
