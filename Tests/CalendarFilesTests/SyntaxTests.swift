import CalendarFiles
import ComplianceModel
import Testing

/// What is no YAML is told in Indonesian, at its place.
@Suite struct `Faults of syntax` {
  private func finding(_ text: String) throws -> Finding {
    let findings = OfficeFile.read(YAMLText(Array(text.utf8), file: "kantor.yaml")).findings
    #expect(findings.count == 1)
    return try #require(findings.first)
  }

  private static let cases: [(text: String, line: Int, column: Int, sentence: String)] = [
    ("a: b: c\n", 1, 5, "titik dua di tempat yang salah"),
    ("a: [x:, y]\n", 1, 6, "titik dua di tempat yang salah"),
    ("a: x\n b: 2\n", 2, 3, "titik dua di tempat yang salah"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "di sini seharusnya ada kunci"),
    ("a: \"x\" y\n", 1, 8, "di sini seharusnya ada kunci"),
    ("a: 1\nb\n", 3, 1, "titik dua sesudah kunci tidak ditemukan"),
    ("a: [1\nb: 2\n", 2, 2, "tanda ] penutup daftar tidak ditemukan"),
    ("a: {b: 1\nc: 2\n", 2, 2, "tanda } penutup tidak ditemukan"),
    ("a: 1\n---\nb: 2\n", 2, 1, "satu berkas hanya memuat satu dokumen"),
    ("a: \"x\n", 2, 1, "tanda kutip tidak ditutup"),
    ("a: \"x\n---\n", 2, 1, "tanda kutip tidak ditutup sebelum baris ---"),
    ("a:\n\tb: 1\n", 2, 1, "huruf yang tidak boleh mengawali nilai (tab, @, %, atau `)"),
    ("a: @x\n", 1, 4, "huruf yang tidak boleh mengawali nilai (tab, @, %, atau `)"),
    ("a: x\n\ty: 1\n", 2, 1, "ada tab, padahal lekuk baris harus dengan spasi"),
    ("a: |\n\tx\n", 2, 1, "ada tab, padahal lekuk baris harus dengan spasi"),
    ("a: - b\n", 1, 4, "tanda - butir daftar harus mulai pada baris baru"),
    ("a: ? b\n", 1, 4, "tanda ? di tempat yang salah"),
    (#"a: "C:\data""#, 1, 7, #"tanda \ dalam kutip ganda memulai kode yang tidak dikenal"#),
    (#"a: "\xZZ""#, 1, 7, #"tanda \ dalam kutip ganda memulai kode yang tidak dikenal"#),
    (#"a: "\uD800""#, 1, 7, #"tanda \ dalam kutip ganda memulai kode yang tidak dikenal"#),
    ("a: |teks\n", 1, 5, "sesudah | atau > teksnya harus mulai pada baris baru"),
    ("a: >0\n  x\n", 1, 5, "sesudah | atau > teksnya harus mulai pada baris baru"),
    ("a: **penting**\n", 1, 5, "nilai yang diawali * atau & harus dikutip"),
    ("a: *penting\n", 1, 4, "nilai yang diawali * atau & harus dikutip"),
    ("a: !penting, x\n", 1, 12, "nilai yang diawali ! harus dikutip"),
    ("a: !x!y z\n", 1, 4, "nilai yang diawali ! harus dikutip"),
    ("a: !<x y\n", 1, 7, "nilai yang diawali ! harus dikutip"),
    ("a: !x%zz y\n", 1, 6, "nilai yang diawali ! harus dikutip"),
    ("a: [1, , 2]\n", 1, 8, "di sini seharusnya ada nilai"),
    ("[a]\nb: 1\n", 2, 1, "ada teks sesudah isi berkas berakhir"),
    ("%a b\n", 1, 3, "baris tidak boleh diawali %"),
    ("% a\n", 1, 2, "baris tidak boleh diawali %"),
    ("%YAML x\n", 1, 7, "baris tidak boleh diawali %"),
    ("%TAG\n", 1, 5, "baris tidak boleh diawali %"),
    ("a: 1\nb: x\u{7}y\n", 2, 5, "ada karakter kendali yang tidak terlihat"),
    ("%YAML 1.2\n%YAML 1.2\n---\na: 1\n", 2, 1, "susunan teks di sini tidak dapat dibaca"),
  ]

  @Test(arguments: cases)
  func `each has its sentence`(
    _ text: String, _ line: Int, _ column: Int, _ sentence: String
  ) throws {
    let finding = try finding(text)
    #expect(finding.what.hasPrefix("bukan YAML yang benar: "))
    #expect(finding.what.contains(sentence), "\(finding.what)")
    #expect(
      finding.place == SourcePlace(file: "kantor.yaml", line: line, column: column),
      "\(finding.place)")
  }
}
