import Exchange
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Layouts that give no file: each says what is wrong, where, and how to mend it.
struct LayoutFaultTests {
  private let office: LayoutOffice

  init() throws { office = try LayoutOffice() }

  private static let xml = "keluaran: xml"
  private static let layout = "profil/uji/layout.xsl"

  @Test func `a text and a document come out as they are made`() throws {
    try office.write(stylesheet(whole("a é")))
    #expect(try office.file() == Array("a é".utf8))
    try office.write(
      stylesheet(whole("<a>é</a>"), output: "encoding=\"ISO-8859-1\""),
      "keluaran: xml\npenyandian: ISO-8859-1")
    #expect(
      try office.file()
        == Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>".utf8) + [0xE9]
        + Array("</a>\n".utf8))
    try office.write(
      stylesheet(whole("é"), output: "method=\"text\" encoding=\"UTF-16\""),
      "keluaran: teks\npenyandian: UTF-16")
    #expect(try office.file() == [0xFF, 0xFE, 0xE9, 0])
  }

  @Test func `what the library finds in a stylesheet is told with its line`() throws {
    try office.write(stylesheet(whole("\n<xsl:value-of select=\"1 +\"/>")))
    #expect(
      try office.faults().contains(
        "\(Self.layout):4: xsl:value-of: ungkapan '1 +' tidak dapat dibaca"))
    try office.write(
      stylesheet(whole("<xsl:value-of select=\"lain:fungsi(1)\"/>"), " xmlns:lain=\"urn:lain\""))
    #expect(
      try office.faults().contains { $0.hasPrefix("\(Self.layout):3: ") && $0.contains("fungsi") })
    try office.write(Array("<a>\n<b></a>".utf8))
    #expect(try office.faults().allSatisfy { $0.hasPrefix("\(Self.layout):2: ") })
    try office.write(Array("<a/>".utf8))
    #expect(try office.faults().count == 1)
  }

  @Test func `a file that is cut off anywhere is told, and never half used`() throws {
    let bytes = stylesheet(whole("<xsl:value-of select=\"1\"/>"))
    for count in stride(from: 0, to: bytes.count, by: 23) {
      try office.write(Array(bytes.prefix(count)))
      #expect(try !office.faults().isEmpty, "\(count)")
    }
  }

  @Test(arguments: [
    ("html", "method=\"html\"", "keluaran: xml"), ("xml", "method=\"xml\"", "keluaran: teks"),
    ("text", "method=\"text\"", "keluaran: xml"), ("html", "indent=\"no\"", "keluaran: xml"),
  ])
  func `a form that is not the profile's is refused`(
    _ method: String, _ output: String, _ lines: String
  ) throws {
    try office.write(stylesheet(whole("<html><p>a</p></html>"), output: output), lines)
    #expect(
      try office.faults() == [
        "\(Self.layout):0: xsl:output method=\"\(method)\" bukan keluaran profil ini"
      ])
  }

  @Test(arguments: ["", " encoding=\"UTF-16\"", " encoding=\"windows-1252\""])
  func `an encoding that is not the profile's is refused`(_ encoding: String) throws {
    try office.write(
      stylesheet(whole("a"), output: "method=\"text\"\(encoding)"),
      "keluaran: teks\npenyandian: ISO-8859-1")
    let name = encoding.isEmpty ? "UTF-8" : encoding.dropFirst(11).dropLast()
    #expect(
      try office.faults() == [
        "\(Self.layout):0: penyandian \(name) bukan penyandian profil ini"
      ])
  }

  @Test func `a document that hides its encoding is refused`() throws {
    try office.write(
      stylesheet(
        whole("<a/>"), output: "encoding=\"ISO-8859-1\" omit-xml-declaration=\"yes\""),
      "keluaran: xml\npenyandian: ISO-8859-1")
    #expect(
      try office.faults() == ["\(Self.layout):0: penyandian UTF-8 bukan penyandian profil ini"])
  }

  @Test(arguments: [("ÿ", nil), ("Ā", "U+0100"), ("😀", "U+1F600")])
  func `a text has only characters of its encoding`(_ text: String, _ number: String?) throws {
    try office.write(
      stylesheet(whole(text), output: "method=\"text\" encoding=\"ISO-8859-1\""),
      "keluaran: teks\npenyandian: ISO-8859-1")
    if let number {
      #expect(
        try office.faults() == [
          "\(Self.layout):0: karakter \(number) tidak ada dalam penyandian profil ini"
        ])
    } else {
      #expect(try office.file() == [0xFF])
    }
  }

  @Test(arguments: ["", "<xsl:if test=\"false()\">a</xsl:if>"])
  func `nothing is no file`(_ content: String) throws {
    try office.write(stylesheet(whole(content)))
    #expect(try office.faults() == ["\(Self.layout):0: layout tidak menghasilkan apa-apa"])
  }

  @Test func `two roots, and a DOCTYPE of the result, are no document`() throws {
    try office.write(stylesheet(whole("<a/><b/>"), output: "indent=\"no\""), Self.xml)
    #expect(
      try office.faults() == [
        "\(Self.layout):0: hasilnya tidak sah pada baris 2: berkas ini terputus, atau ada isi lain sesudah "
          + "elemen terluarnya ditutup"
      ])
    try office.write(stylesheet(whole("<a/>"), output: "doctype-system=\"a.dtd\""), Self.xml)
    #expect(try office.faults() == ["\(Self.layout):0: hasilnya memuat DOCTYPE"])
  }

  @Test(arguments: [true, false])
  func `a stylesheet that has something to say is heard, and stops`(_ isLast: Bool) throws {
    try office.write(
      stylesheet(
        whole(
          "<xsl:message\(isLast ? " terminate=\"yes\"" : "")>desa tanpa kode</xsl:message>a")))
    let faults = try office.faults()
    #expect(faults.first?.hasSuffix("layout berhenti dengan pesan: desa tanpa kode") == true)
  }

  // MARK: - The receiver's schema

  private static let schema = Array(
    """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:element name="a" type="xs:int"/>
    </xs:schema>
    """.utf8)

  @Test func `a result is judged by its receiver's schema`() throws {
    try office.write(
      stylesheet(whole("<a>7</a>"), output: "indent=\"no\""), schema: Self.schema, Self.xml)
    #expect(String(decoding: try office.file(), as: UTF8.self).hasSuffix("<a>7</a>"))
    try office.write(
      stylesheet(whole("<a>tujuh</a>"), output: "indent=\"no\""), schema: Self.schema, Self.xml)
    let faults = try office.faults()
    #expect(
      faults == [
        "\(Self.layout):0: hasilnya tidak sah pada baris 2: elemen 'a': nilai 'tujuh' tidak sah"
      ])
  }

  @Test(arguments: [
    ("<a/>", 0, "bukan skema"), ("<a>\n<b></a>", 2, "tidak cocok"),
    (
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n<xs:element name=\"a\" "
        + "type=\"tiada\"/></xs:schema>", 2, "tiada"
    ),
    (
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n<xs:include "
        + "schemaLocation=\"/etc/hostname\"/></xs:schema>", 2, "membawa berkas lain"
    ),
    (
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n<xs:import namespace=\"a\" "
        + "schemaLocation=\"http://127.0.0.1:9/a.xsd\"/></xs:schema>", 2, "membawa berkas lain"
    ),
    ("<!DOCTYPE a>\n<a/>", 1, "DOCTYPE"),
  ])
  func `a schema that is none is told with its line`(
    _ schema: String, _ line: Int, _ words: String
  ) throws {
    try office.write(
      stylesheet(whole("<a>7</a>"), output: "indent=\"no\""), schema: Array(schema.utf8), Self.xml)
    let faults = try office.faults()
    #expect(
      faults.contains { $0.hasPrefix("profil/uji/penerima.xsd:\(line): ") && $0.contains(words) },
      "\(faults)")
  }

  // MARK: - The program

  @Test func `where the program is not installed that is said, with its places`() throws {
    try office.write(stylesheet(whole("a")))
    let alone = ProfileExport(
      try office.founded.open().profile("uji"), beside: "/nowhere/bin/tenggat")
    let sample = try LayoutOffice.sample()
    #expect(
      throws: LayoutProgram.Failure.missing([
        "/nowhere/bin/tenggat-gaya", "/nowhere/libexec/tenggat/tenggat-gaya",
      ])
    ) { try alone.file(of: sample) }
  }

  /// A profile, beside a script in the place of the program.
  private func profile(run script: String, in folder: TemporaryFolder) throws -> ProfileExport {
    try office.write(stylesheet(whole("a")))
    try folder.write("#!/bin/sh\n\(script)\n", to: "tenggat-gaya", permissions: 0o755)
    return ProfileExport(
      try office.founded.open().profile("uji"), beside: FilePath(folder.path(of: "tenggat")))
  }

  @Test(arguments: [
    ("echo 'libxslt.so.1: no such file' >&2; exit 127", "libxslt.so.1: no such file"),
    ("exit 126", ""),
  ])
  func `where it does not start that is said too`(_ script: String, _ complaint: String) throws {
    let folder = try TemporaryFolder()
    let profile = try profile(run: script, in: folder)
    let sample = try LayoutOffice.sample()
    #expect(throws: LayoutProgram.Failure.unusable(complaint)) { try profile.file(of: sample) }
  }

  @Test(arguments: ["", "echo apa", "printf 'tenggat-gaya-hasil 2\\t0\\n\\nselesai\\t0\\n\\n'"])
  func `an answer that is none is no file`(_ script: String) throws {
    let folder = try TemporaryFolder()
    let profile = try profile(run: script, in: folder)
    let sample = try LayoutOffice.sample()
    #expect(throws: LayoutProgram.Failure.refused("jawabannya tidak utuh")) {
      try profile.file(of: sample)
    }
  }

  @Test func `the program alone says how it is used`() async throws {
    let gaya = ProgramRun.builtProgram + "-gaya"
    let folder = try TemporaryFolder()
    let wrong = try await ProgramRun.run(gaya, ["a"], in: folder.path)
    #expect(wrong.exitCode == 64)
    #expect(wrong.errorText == "tenggat-gaya: galat: dijalankan oleh tenggat, tanpa kata lain\n")
    let none = try await ProgramRun.run(gaya, [], in: folder.path)
    #expect(none.exitCode == 65)
  }
}
