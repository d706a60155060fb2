import ComplianceModel
import Exchange
import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

/// An office with a profile of its own, `uji`, whose files a test writes.
struct LayoutOffice {
  let founded: FoundedWorkspace

  init() throws { founded = try FoundedWorkspace() }

  /// The documents that are shipped as samples.
  static func samples() throws -> [(name: String, bytes: [UInt8])] {
    try FoundedWorkspace.shippedData().samples()
  }

  /// One of them, of a quarter.
  static func sample() throws -> [UInt8] {
    try #require(try samples().first { $0.name == "63.05.12-2026-TW1.xml" }).bytes
  }

  /// Writes the profile.
  ///
  /// - Parameters:
  ///   - layout: The stylesheet's file.
  ///   - schema: The file of the receiver's schema.
  ///   - lines: Lines of `profil.yaml` in the place of those that say the form.
  /// - Throws: The system's error where a file cannot be written.
  func write(
    _ layout: [UInt8], schema: [UInt8]? = nil, _ lines: String = "keluaran: teks"
  ) throws {
    let settings = """
      profil: uji
      judul: Karangan
      contoh: ya
      dokumen: [triwulan, tahun]
      nama_berkas: "{profil}-{kecamatan}-{masa}.dat"
      \(lines)\(schema == nil ? "" : "\nskema: penerima.xsd")

      """
    try founded.folder.write(settings, to: "profil/uji/profil.yaml")
    try founded.folder.write(layout, to: "profil/uji/layout.xsl")
    if let schema { try founded.folder.write(schema, to: "profil/uji/penerima.xsd") }
  }

  /// A profile, ready to be used.
  func profile(_ name: String = "uji") throws -> ProfileExport {
    ProfileExport(
      try founded.open().profile(name), beside: FilePath(ProgramRun.builtProgram))
  }

  /// What the profile makes of a sample.
  func file() throws -> [UInt8] { try profile().file(of: LayoutOffice.sample()) }

  /// What is wrong with the profile, each as `berkas:baris: apa`.
  func faults() throws -> [String] {
    do {
      let file = try file()
      Issue.record("a file came out: \(String(decoding: file.prefix(200), as: UTF8.self))")
      return []
    } catch let faulty as FaultyLayout {
      return faulty.faults.map { "\($0.place.file):\($0.place.line): \($0.what)" }
    }
  }
}

/// A stylesheet with templates.
///
/// - Parameters:
///   - templates: What stands in it, from its third line on.
///   - output: The attributes of `xsl:output`.
///   - more: More attributes of its first element.
/// - Returns: The stylesheet's file.
func stylesheet(
  _ templates: String, output: String = "method=\"text\"", _ more: String = ""
) -> [UInt8] {
  Array(
    """
    <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" \
    xmlns:k="urn:tenggat:kepatuhan:1" exclude-result-prefixes="k"\(more)>
    <xsl:output \(output)/>
    \(templates)
    </xsl:stylesheet>
    """.utf8)
}

/// A template for the whole document.
func whole(_ content: String) -> String {
  "<xsl:template match=\"/\">\(content)</xsl:template>"
}
