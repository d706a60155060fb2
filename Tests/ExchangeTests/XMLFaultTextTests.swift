import Exchange
import TestSupport
import Testing
import Wording

/// What libxml2 finds, in the words of people.
struct XMLFaultTextTests {
  /// A schema with one of each thing that a document can break.
  private static let schema = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:uji" targetNamespace="urn:uji"
      elementFormDefault="qualified">
    <xs:element name="a">
      <xs:complexType><xs:sequence>
        <xs:element name="b" maxOccurs="9"><xs:complexType>
          <xs:attribute name="kode" type="Kode" use="required"/>
          <xs:attribute name="jumlah" type="Jumlah"/>
          <xs:attribute name="warna" type="Warna"/>
        </xs:complexType></xs:element>
        <xs:element name="c" type="xs:date" minOccurs="0"/>
      </xs:sequence></xs:complexType>
      <xs:key name="satu"><xs:selector xpath="*"/><xs:field xpath="@kode"/></xs:key>
    </xs:element>
    <xs:simpleType name="Kode"><xs:restriction base="xs:string">
      <xs:minLength value="1"/><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Jumlah"><xs:restriction base="xs:integer">
      <xs:minInclusive value="1"/><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Warna"><xs:restriction base="xs:string">
      <xs:enumeration value="merah"/><xs:enumeration value="hijau"/></xs:restriction></xs:simpleType>
    </xs:schema>
    """

  private static func faults(_ document: String) throws -> [String] {
    let schema = try KepatuhanSchema(xsdBytes: Array(schema.utf8), name: "uji.xsd")
    return try schema.validate(Array(document.utf8)).map(\.message)
  }

  @Test(arguments: [
    ("<b kode=\"x\" lain=\"y\"/>", "elemen 'b', atribut 'lain' tidak dikenal di sini"),
    ("<b/>", "elemen 'b' harus punya atribut 'kode'"),
    ("<b kode=\"\"/>", "elemen 'b', atribut 'kode': panjang nilainya 0, padahal paling sedikit 1"),
    (
      "<b kode=\"xxxx\"/>",
      "elemen 'b', atribut 'kode': panjang nilainya 4, padahal paling banyak 3"
    ),
    (
      "<b kode=\"x\" jumlah=\"0\"/>",
      "elemen 'b', atribut 'jumlah': nilai '0' tidak sah; paling kecil 1"
    ),
    (
      "<b kode=\"x\" jumlah=\"6\"/>",
      "elemen 'b', atribut 'jumlah': nilai '6' tidak sah; paling besar 5"
    ),
    ("<b kode=\"x\" jumlah=\"satu\"/>", "elemen 'b', atribut 'jumlah': nilai 'satu' tidak sah"),
    (
      "<b kode=\"x\" warna=\"it's '\"/>",
      "elemen 'b', atribut 'warna': nilai 'it's '' tidak sah; yang boleh: 'merah', 'hijau'"
    ),
    ("<b kode=\"x\">teks</b>", "elemen 'b' harus kosong"),
    ("<b kode=\"x\"><d/></b>", "elemen 'b' harus kosong"),
    ("<b kode=\"x\"/>teks", "elemen 'a' tidak boleh memuat teks, hanya elemen lain"),
    ("<b kode=\"x\"/><d/>", "elemen 'd' tidak boleh di sini; yang ditunggu: 'c'"),
    ("<b kode=\"x\"/><c>2026-02-30</c>", "elemen 'c': nilai '2026-02-30' tidak sah"),
    ("", "elemen 'a' belum lengkap; yang ditunggu: 'b'"),
    (
      "<b kode=\"x\"/><b kode=\"x\"/>",
      "elemen 'b': 'x' sudah ada di atasnya, padahal hanya boleh sekali"
    ),
  ])
  func `what a schema does not take is told with element, attribute and value`(
    _ content: String, _ sentence: String
  ) throws {
    let told = try Self.faults("<a xmlns=\"urn:uji\">\(content)</a>")
    #expect(told.first == sentence, "\(told)")
  }

  @Test(arguments: [
    ("<x/>", "elemen terluar, 'x', bukan yang diminta skema"),
    ("apa", "berkas ini bukan XML: isinya tidak dimulai dengan elemen"),
    ("<a>", "berkas ini terputus: elemen 'a' yang dibuka pada baris 1 tidak ditutup"),
    ("<a\n", "tag di sini tidak ditutup dengan >"),
    (
      "<a>\n</b>", "tag penutup 'b' tidak cocok dengan elemen 'a' yang dibuka pada baris 1"
    ),
    ("<a/><a/>", "berkas ini terputus, atau ada isi lain sesudah elemen terluarnya ditutup"),
    ("<a x=\"1\" x=\"2\"/>", "atribut 'x' ditulis dua kali"),
    ("<a x/>", "atribut 'x' ditulis tanpa nilai"),
    ("<a x=1/>", "nilai atribut di sini tidak diapit tanda kutip"),
    ("<a x=\"1\"y=\"2\"/>", "di sini kurang spasi, misalnya di antara dua atribut"),
    ("<a x=\"<\"/>", "tanda < di dalam nilai atribut harus ditulis &lt;"),
    ("<a>&x;</a>", "entitas 'x' tidak dikenal: tulis hurufnya sendiri, dan &amp; untuk tanda &"),
    ("<a>Rp & x</a>", "tanda & harus ditulis &amp;"),
    ("<a>1 < 2</a>", "nama di sini tidak sah; tanda < di dalam teks harus ditulis &lt;"),
    ("<a>\u{1}</a>", "karakter di sini tidak boleh ada dalam XML"),
    ("<a>&#0;</a>", "karakter di sini tidak boleh ada dalam XML"),
    ("<p:a/>", "awalan 'p' tidak dinyatakan dengan xmlns"),
    ("<a>]]></a>", "tanda ]]> di dalam teks harus ditulis ]]&gt;"),
    ("<a><!-- x", "nilai atribut, komentar, atau CDATA di sini tidak ditutup"),
  ])
  func `what is not well-formed is told, with the way to write it`(
    _ document: String, _ sentence: String
  ) throws {
    #expect(try Self.faults(document).first == sentence)
  }

  @Test func `bytes of another encoding are called so`() {
    let message = "Input is not proper UTF-8, indicate encoding !\nBytes: 0xE9 0x20 0x61 0x64\n"
    #expect(
      XMLFaultText.sentence(code: 81, message: message)
        == "huruf di sini bukan UTF-8: simpan lagi berkas ini sebagai UTF-8")
  }

  @Test(arguments: [
    ("<xs:element name=\"a\" type=\"tiada\"/>", "'tiada' tidak didefinisikan dalam skema"),
    ("<xs:element/>", "tidak sah sebagai skema (libxml2: "),
    (
      "<xs:simpleType name=\"a\"><xs:restriction base=\"xs:string\"><xs:pattern value=\"[\"/></xs:restriction></xs:simpleType>",
      "pola ini tidak dapat dibaca"
    ),
  ])
  func `what is wrong in a schema is told with its element`(
    _ definition: String, _ words: String
  ) throws {
    let text = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\(definition)</xs:schema>"
    let error = #expect(throws: XMLFailure.self) {
      try KepatuhanSchema(xsdBytes: Array(text.utf8), name: "uji.xsd")
    }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    #expect(error?.description.contains("elemen '") == true)
  }

  @Test func `a value as long as a page is cut, and what would not be seen is`() throws {
    let told = try Self.faults(
      "<a xmlns=\"urn:uji\"><b kode=\"x\" jumlah=\"\(String(repeating: "7", count: 70_000))\"/></a>"
    )
    #expect(told.allSatisfy { $0.count < 200 }, "\(told)")
    let hidden = try Self.faults("<a xmlns=\"urn:uji\"><b kode=\"x\" warna=\"\u{202E}x\"/></a>")
    #expect(hidden.first?.contains("nilai '\\u{202e}x'") == true, "\(hidden)")
  }

  /// Every sentence of both libraries ends in one of ours, whatever they say.
  @Test(arguments: [1, 50, 99, 150, 204, 1206, 1750, 1801, 1878, 3050, 5000])
  func `a code without words of its own is told by its number, without English`(_ code: Int) {
    let message = "Element '{urn:x}y': something is not expected here.\n"
    let sentence = XMLFaultText.sentence(code: code, message: message)
    #expect(!sentence.isEmpty && !sentence.contains("expected"), "\(sentence)")
  }

  @Test(arguments: [
    (
      "xsl:value-of : could not compile select expression '1 +'\n",
      "xsl:value-of: ungkapan '1 +' tidak dapat dibaca"
    ),
    (
      "Attribute 'jumlah': Failed to compile the expression 'a[@b = 'c')' in the AVT.",
      "atribut 'jumlah': ungkapan 'a[@b = 'c')' tidak dapat dibaca"
    ),
    ("xsltCompilePattern : failed to compile '//['", "pola '//[' tidak dapat dibaca"),
    ("Variable 'x' has not been declared.", "variabel 'x' belum dinyatakan"),
    ("xmlXPathCompOpEval: function fungsi not found", "fungsi 'fungsi' tidak dikenal"),
    ("xmlXPathCompiledEval: 2 objects left", "ungkapan XPath di sini gagal dihitung"),
    (
      "xsltParseStylesheetProcess : document is not a stylesheet",
      "berkas ini bukan layout: elemen terluarnya harus xsl:stylesheet"
    ),
    ("something else", "pengolah XSLT menolaknya: 'something else'"),
  ])
  func `what a layout has wrong is told without the words of the library`(
    _ message: String, _ sentence: String
  ) {
    #expect(XMLFaultText.sentence(code: 0, message: message) == sentence)
  }
}
