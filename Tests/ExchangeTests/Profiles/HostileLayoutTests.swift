import Exchange
import TestSupport
import Testing
import Workspace

/// Layouts that mean harm: none reads, writes, reaches the network, or holds the machine up.
struct HostileLayoutTests {
  private let office: LayoutOffice

  init() throws { office = try LayoutOffice() }

  private static let layout = "profil/uji/layout.xsl"
  private static let forbidden =
    "\(layout):3: layout hendak membaca atau menulis berkas atau jaringan, dan dihentikan"

  // MARK: - Reading

  @Test(arguments: [
    "/etc/passwd", "file:///etc/passwd", "layout.xsl", "profil.yaml", "", "http://127.0.0.1:9/a",
    "ftp://127.0.0.1:9/a", "https://127.0.0.1:9/a", "/proc/self/environ",
  ])
  func `no stylesheet reads a document beside the one that it is given`(_ name: String) throws {
    try office.write(stylesheet(whole("a<xsl:value-of select=\"document('\(name)')\"/>")))
    let faults = try office.faults()
    #expect(faults == [Self.forbidden], "\(faults)")
  }

  @Test(arguments: ["document ( '/etc/passwd' )", "document(//@kode)"])
  func `however it is written`(_ expression: String) throws {
    try office.write(stylesheet(whole("a<xsl:copy-of select=\"\(expression)\"/>")))
    let faults = try office.faults()
    #expect(faults.first == Self.forbidden, "\(faults)")
  }

  @Test(arguments: [
    "<xsl:include href=\"/etc/passwd\"/>", "<xsl:import href=\"http://127.0.0.1:9/a.xsl\"/>",
    "<xsl:include href=\"\"/>", "<xsl:include/>",
  ])
  func `no stylesheet brings another one`(_ element: String) throws {
    try office.write(stylesheet("\n\(element)\n" + whole("a")))
    let faults = try office.faults()
    #expect(faults.count == 1)
    #expect(faults[0].hasPrefix("\(Self.layout):4: '"))
    #expect(faults[0].hasSuffix("' membawa berkas lain"))
  }

  // MARK: - Writing

  @Test(arguments: [
    ("exsl", "http://exslt.org/common", "document"), ("saxon", "http://icl.com/saxon", "output"),
    ("redirect", "org.apache.xalan.xslt.extensions.Redirect", "write"),
    ("xt", "http://www.jclark.com/xt", "document"),
  ])
  func `no stylesheet writes beside its result`(
    _ prefix: String, _ namespace: String, _ element: String
  ) throws {
    let target = office.founded.folder.path(of: "curi")
    let content =
      "<\(prefix):\(element) href=\"\(target)\" file=\"\(target)\">a</\(prefix):\(element)>b"
    let declared = " xmlns:\(prefix)=\"\(namespace)\""
    try office.write(
      stylesheet(whole(content), declared + " extension-element-prefixes=\"\(prefix)\""))
    #expect(try office.faults() == ["\(Self.layout):1: perluasan XSLT tidak diterima"])
    // Below a literal element the prefix is named in another way.
    try office.write(
      stylesheet(
        whole("\n<a xsl:extension-element-prefixes=\"\(prefix)\">\(content)</a>"),
        output: "indent=\"no\"", declared),
      "keluaran: xml")
    #expect(try office.faults() == ["\(Self.layout):4: perluasan XSLT tidak diterima"])
    // Without that, it is an element like others.
    try office.write(stylesheet(whole(content), declared))
    #expect(try office.file() == Array("ab".utf8))
    #expect(!office.founded.folder.holds("curi"))
  }

  @Test func `the element of a draft that writes is refused`() throws {
    let target = office.founded.folder.path(of: "curi")
    try office.write(stylesheet(whole("<xsl:document href=\"\(target)\">a</xsl:document>b")))
    #expect(try office.faults() == ["\(Self.layout):3: perluasan XSLT tidak diterima"])
    #expect(!office.founded.folder.holds("curi"))
  }

  @Test(arguments: [
    ("exsl", "http://exslt.org/common", "node-set(/)"),
    ("date", "http://exslt.org/dates-and-times", "date-time()"),
    ("str", "http://exslt.org/strings", "padding(9)"),
    ("crypto", "http://exslt.org/crypto", "md5('a')"),
    ("xalan", "http://xml.apache.org/xalan", "evaluate('1')"),
  ])
  func `functions of others are not known`(
    _ prefix: String, _ namespace: String, _ call: String
  ) throws {
    try office.write(
      stylesheet(
        whole("a<xsl:value-of select=\"\(prefix):\(call)\"/>"),
        " xmlns:\(prefix)=\"\(namespace)\""))
    let faults = try office.faults()
    #expect(faults.contains { $0.hasPrefix("\(Self.layout):3: ") }, "\(faults)")
  }

  // MARK: - Entities and encodings

  private static let bomb =
    (1...9).map { "<!ENTITY l\($0) \"" + String(repeating: "&l\($0 - 1);", count: 10) + "\">" }
    .joined()

  @Test(arguments: [
    "<!DOCTYPE xsl:stylesheet>", "<!DOCTYPE a [<!ENTITY l0 \"lol\">\(bomb)]>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">",
  ])
  func `a DOCTYPE is refused before anything is parsed, with its line`(_ doctype: String) throws {
    let head = "<?xml version=\"1.0\"?>\n<!-- DOCTYPE -->\n\(doctype)\n"
    try office.write(Array(head.utf8) + stylesheet(whole("&l9;&x;")))
    #expect(try office.faults() == ["\(Self.layout):3: DOCTYPE tidak diterima"])
  }

  @Test func `a comment about one is none`() throws {
    try office.write(
      Array("<?xml version=\"1.0\"?>\n<!-- <!DOCTYPE a> -->\n<?pi <!DOCTYPE?>\n".utf8)
        + stylesheet(whole("<xsl:text>&lt;!DOCTYPE</xsl:text><!-- <!DOCTYPE -->")))
    #expect(try office.file() == Array("<!DOCTYPE".utf8))
  }

  @Test(arguments: ["UTF-16", "UTF-7", "ISO-8859-1", "EBCDIC-CP-US", "x"])
  func `a stylesheet that says to be of another encoding is refused`(_ name: String) throws {
    try office.write(
      Array("<?xml version='1.0' encoding='\(name)'?>\n".utf8) + stylesheet(whole("a")))
    #expect(try office.faults() == ["\(Self.layout):1: berkas ini tidak ditulis dalam UTF-8"])
  }

  @Test func `so is one that is, whatever it says`() throws {
    let text = String(decoding: stylesheet(whole("<!DOCTYPE a>")), as: UTF8.self)
    try office.write([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try office.faults() == ["\(Self.layout):1: berkas ini tidak ditulis dalam UTF-8"])
    try office.write(stylesheet(whole("\n")) + [0x0A, 0xE9])
    #expect(try office.faults() == ["\(Self.layout):6: berkas ini tidak ditulis dalam UTF-8"])
    try office.write(stylesheet(whole("a\0b")))
    #expect(try !office.faults().isEmpty)
  }

  @Test func `a mark in front of the text does no harm`() throws {
    try office.write(
      [0xEF, 0xBB, 0xBF] + Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
        + stylesheet(whole("a")))
    #expect(try office.file() == Array("a".utf8))
    try office.write([0xEF, 0xBB, 0xBF] + Array("<!DOCTYPE a>\n".utf8) + stylesheet(whole("a")))
    #expect(try office.faults() == ["\(Self.layout):1: DOCTYPE tidak diterima"])
  }

  // MARK: - Time and memory

  private static let calls = "<xsl:call-template name=\"a\"/>"

  @Test func `templates that call each other without end are ended, with their line`() throws {
    try office.write(
      stylesheet("<xsl:template name=\"a\">\n\(Self.calls)</xsl:template>" + whole(Self.calls)))
    let faults = try office.faults()
    #expect(faults.count == 1)
    #expect(faults[0].hasPrefix("\(Self.layout):"))
    #expect(faults[0].hasSuffix(": templat saling memanggil tanpa akhir"))
    try office.write(
      stylesheet("<xsl:template match=\"/\"><xsl:apply-templates select=\"/\"/></xsl:template>"))
    #expect(try office.faults().map { $0.hasSuffix("tanpa akhir") } == [true])
  }

  @Test func `as many calls as a layout needs go well`() throws {
    let count = """
      <xsl:template name="a"><xsl:param name="n"/><xsl:if test="$n &gt; 0">x\
      <xsl:call-template name="a"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>\
      </xsl:if></xsl:template>
      """
    try office.write(
      stylesheet(
        count
          + whole(
            "<xsl:call-template name=\"a\"><xsl:with-param name=\"n\" select=\"400\"/>"
              + "</xsl:call-template>")))
    #expect(try office.file().count == 400)
  }

  private static let tooHeavy =
    "\(layout):0: layout melampaui batas waktu (1 detik prosesor) atau memori (40 MB)"

  @Test func `a loop that does not end is ended`() throws {
    let each = "<xsl:for-each select=\"//*\">"
    let loops = String(repeating: each, count: 6) + String(repeating: "</xsl:for-each>", count: 6)
    try office.write(stylesheet(whole("a" + loops)))
    #expect(try office.faults() == [Self.tooHeavy])
  }

  @Test func `a result that doubles is ended`() throws {
    let doubling = """
      <xsl:template name="a"><xsl:param name="n"/><xsl:if test="$n &lt; 60">\
      <xsl:call-template name="a"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template>\
      <xsl:call-template name="a"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template>\
      </xsl:if>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</xsl:template>
      """
    try office.write(
      stylesheet(
        doubling
          + whole(
            "<xsl:call-template name=\"a\"><xsl:with-param name=\"n\" select=\"1\"/>"
              + "</xsl:call-template>")))
    #expect(try office.faults() == [Self.tooHeavy])
  }

  @Test func `a text that doubles is ended`() throws {
    let doubling = """
      <xsl:template name="a"><xsl:param name="s"/><xsl:call-template name="a">\
      <xsl:with-param name="s" select="concat($s, $s)"/></xsl:call-template></xsl:template>
      """
    try office.write(
      stylesheet(
        doubling
          + whole(
            "<xsl:call-template name=\"a\"><xsl:with-param name=\"s\" select=\"'aaaaaaaa'\"/>"
              + "</xsl:call-template>")))
    #expect(try office.faults() == [Self.tooHeavy])
  }

  @Test func `a schema that grows without end is ended`() throws {
    let content =
      String(repeating: "<xs:sequence maxOccurs=\"99999\"><xs:element name=\"b\"/>", count: 6)
      + String(repeating: "</xs:sequence>", count: 6)
    let schema = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a">\
      <xs:complexType>\(content)</xs:complexType></xs:element></xs:schema>
      """
    try office.write(
      stylesheet(whole("<a/>"), output: "indent=\"no\""), schema: Array(schema.utf8),
      "keluaran: xml")
    #expect(try !office.faults().isEmpty)
  }

  @Test func `a result of more than a file may have is refused`() throws {
    // 4.2 MB: 4,225 times 1,000 characters.
    let line = String(repeating: "x", count: 1_000)
    let many = "<xsl:for-each select=\"(//*)[position() &lt;= 65]\">"
    try office.write(
      stylesheet(whole("\(many)\(many)\(line)</xsl:for-each></xsl:for-each>")))
    #expect(
      try office.faults() == ["\(Self.layout):0: hasilnya lebih dari 4.194.304 byte"])
  }

  @Test func `elements in each other are read as deep as the library goes, and no further`() throws
  {
    let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
    try office.write(stylesheet(whole(deep), output: "indent=\"no\""), "keluaran: xml")
    #expect(try !office.faults().isEmpty)
  }
}
