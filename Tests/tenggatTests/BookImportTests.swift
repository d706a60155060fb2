import TestSupport
import Testing

/// Rows of another ledger, taken in by their kind.
struct BookImportTests {
  private static let day = "2026-03-20"

  /// A ledger with rows of every kind that people record often.
  private func filled() async throws -> Office {
    let office = try await Office.founded()
    try office.write("%PDF-1.4 bukti\n", to: "kiriman/renja.pdf")
    for (words, day) in [
      ("catat LKIP 2025 --catatan asli", "2026-02-18"),
      ("catat Renja 2027 --tanggal 2026-02-19 --berkas kiriman/renja.pdf", "2026-02-19"),
      ("kembalikan LKIP 2025 --catatan kurang_lampiran", "2026-02-20"),
      ("perpanjang LKAT 2025 --sampai 2026-03-16 --catatan Surat_1", "2026-02-24"),
      ("bebaskan LKPJDes 2025 --unit 63.05.12.2001 --catatan baru", "2026-02-25"),
      ("kejadian pelantikan-kades --unit 63.05.12.2002 --tanggal 2026-01-15", "2026-02-25"),
      ("batalkan #3 --alasan keliru", "2026-02-26"),
    ] { try await office.do(words, on: day) }
    return office
  }

  /// peristiwa, unit, laporan, periode, tanggal, diterima, berkas and sha256 of the rows.
  private func rows(_ office: Office) throws -> [String] {
    try office.rows().map { ($0[3...8] + $0[10...11]).joined(separator: " ") }
  }

  private static let book = "buku/63.05.12/2026.csv"

  @Test func `rows that went with a damaged ledger come back by their kind`() async throws {
    let office = try await filled()
    let before = try rows(office)
    // The second row is damaged, so that all behind it is set aside.
    let text = try office.text(of: BookImportTests.book)
    try office.write(
      text.replacing("Renja,2027,2026-02-19", with: "Renja,2027,2026-02-18"),
      to: BookImportTests.book)
    let saved = try await office.run("periksa --pulihkan --sisihkan", on: BookImportTests.day)
    #expect(saved.exitCode == 1)
    #expect(
      saved.outputText.contains(
        "tenggat impor --dari-buku buku/63.05.12/2026.csv.rusak-1 --coba --lewati-salah"))
    let copy = "buku/63.05.12/2026.csv.rusak-1"

    let refused = try await office.run("impor --dari-buku \(copy)", on: BookImportTests.day)
    #expect(refused.exitCode == 65)
    #expect(refused.errorText.contains("\(copy):3:1: galat: rantai baris #2 putus"))
    #expect(try office.rows().count == 1)

    let preview = try await office.do(
      "impor \(copy) --dari-buku --lewati-salah --coba", on: BookImportTests.day)
    #expect(
      preview.contains(
        "#1: serah LKIP 2025, Kecamatan Hatungun (63.05.12), 18 Februari 2026, "
          + "sudah ada (baris 2026#1)\n"))
    #expect(preview.contains("#3: kembali LKIP 2025, "))
    #expect(try office.rows().count == 1)

    let output = try await office.do(
      "impor --dari-buku \(copy) --lewati-salah", on: BookImportTests.day)
    #expect(
      output == "5 baris dicatat (1 kembali, 1 bebas, 1 perpanjang, 1 kejadian, 1 batal), "
        + "1 sudah ada di sini, 1 salah dilewati.\n")
    var wanted = before
    wanted.remove(at: 1)
    #expect(try rows(office) == wanted)
    // The void names the row that the return has become.
    let notes = try office.rows().map { $0[12] }
    #expect(notes[5].hasPrefix("#2 keliru alasan: baris 7 2026.csv.rusak-1 dicatat 2026-02-26T"))
    #expect(notes[1].hasPrefix("kurang lampiran alasan: baris 3 "))
    #expect(notes[1].hasSuffix(" oleh kasubbag"))
    let check = try await office.run("periksa buku", on: BookImportTests.day)
    #expect(check.exitCode == 0, "\(check.errorText)")

    let again = try await office.do(
      "impor --dari-buku \(copy) --lewati-salah", on: BookImportTests.day)
    #expect(again == "0 baris dicatat, 6 sudah ada di sini, 1 salah dilewati.\n")
  }

  @Test func `a copy that an editor saved with BOM and CRLF is proved without them`() async throws {
    let office = try await filled()
    let other = try await Office.founded()
    let text = try office.text(of: BookImportTests.book)
    try other.write("\u{FEFF}" + text.replacing("\n", with: "\r\n"), to: "2026 (1).csv")
    // The evidence is not here yet.
    let refused = try await other.run(
      ["impor", "--dari-buku", "2026 (1).csv"], on: BookImportTests.day)
    #expect(refused.exitCode == 65)
    #expect(refused.errorText.contains("2026 (1).csv:3:1: galat: bukti dokumen/63.05.12/2026/"))
    #expect(
      refused.errorText.contains("2026 (1).csv:1:1: peringatan: buku ini pernah disimpan ulang"))
    #expect(try other.records().isEmpty)
    for name in office.folder.files where name.hasPrefix("kantor/dokumen/") {
      try other.folder.write(try office.folder.bytes(of: name), to: name)
    }
    let run = try await other.run(
      ["impor", "--dari-buku", "2026 (1).csv"], on: BookImportTests.day)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(try rows(other) == rows(office))
    // Recorded more than seven days later, the submissions are late entries, and say why.
    #expect(
      try other.rows()[0][12].hasPrefix("asli susulan: baris 1 2026 (1).csv dicatat 2026-02-18T"))
    let schedule = "jadwal --tahun 2026 --semua --json"
    let (first, second) = (
      try await office.do(schedule, on: BookImportTests.day),
      try await other.do(schedule, on: BookImportTests.day)
    )
    #expect(first == second)
  }

  @Test(arguments: [
    ("unit,laporan,periode,tanggal\n", "2026.csv:1:1: galat: baris pertamanya bukan judul buku"),
    (
      "urutan,dicatat_pada,petugas,peristiwa,unit,laporan,periode,tanggal,diterima,nilai,berkas,"
        + "sha256,catatan,rantai\n", "2026.csv:1:1: galat: buku ini tidak memuat baris yang terbaca"
    ),
    (
      "urutan,dicatat_pada,petugas,peristiwa,unit,laporan,periode,tanggal,diterima,nilai,berkas,"
        + "sha256,catatan,rantai\n1,2026-01-05T08:00:00+08:00,a,serah,63.05.05,LKIP,2025,2026-01-05,"
        + "2026-01-05,,,,,x\n", "2026.csv:1:1: galat: buku ini milik 63.05.05, yang tidak dipantau"
    ),
  ])
  func `what is no ledger of this office is refused`(
    _ text: String, _ message: String
  ) async throws {
    let office = try await Office.founded()
    try office.write(text, to: "2026.csv")
    expectRefusal(
      try await office.run("impor --dari-buku 2026.csv", on: BookImportTests.day), 65, message)
    #expect(try office.records().isEmpty)
  }

  @Test func `a ledger that is not there is told of`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run("impor --dari-buku 2026.csv", on: BookImportTests.day), 66,
      "buku 2026.csv tidak ada")
  }

  @Test(arguments: [
    ("", ","), ("\u{FEFF}", ","), ("", ";"),
  ])
  func `a ledger given to a plain import is refused, with the way to go`(
    _ front: String, _ separator: String
  ) async throws {
    let office = try await filled()
    let before = try office.records()
    let text = try office.text(of: BookImportTests.book).replacing(",", with: separator)
    try office.write(front + text, to: "2026 (1).csv")
    let run = try await office.run(
      ["impor", "2026 (1).csv", "--lewati-salah"], on: BookImportTests.day)
    #expect(run.exitCode == 65)
    #expect(run.errorText.contains("2026 (1).csv:1:1: galat: ini buku, bukan tabel: barisnya"))
    #expect(run.errorText.contains("tenggat impor --dari-buku '2026 (1).csv' --coba"))
    #expect(try office.records() == before)
  }

  @Test func `a ledger alone is no copy to compare with`() async throws {
    let office = try await filled()
    try office.write(try office.text(of: BookImportTests.book), to: "2026.csv.rusak-1")
    expectRefusal(
      try await office.run("periksa --terhadap 2026.csv.rusak-1", on: BookImportTests.day), 64,
      "tenggat impor --dari-buku '2026.csv.rusak-1' --coba")
  }

  @Test func `a ledger alone is known for one however long it is`() async throws {
    let office = try await filled()
    let text = try office.text(of: BookImportTests.book)
    let row = try #require(text.split(separator: "\n").last) + "\n"
    // Longer than any document of XML may be.
    let rest = String(repeating: String(row), count: (5 << 20) / row.utf8.count)
    try office.write(text + rest, to: "panjang.csv")
    expectRefusal(
      try await office.run("periksa --terhadap panjang.csv", on: BookImportTests.day), 64,
      "panjang.csv satu buku, bukan salinan ruang kerja")
  }

  @Test func `nor is one whose columns were moved or taken away`() async throws {
    let office = try await Office.founded()
    for header in [
      "unit,laporan,periode,tanggal,peristiwa,urutan",
      "tanggal,unit,laporan,periode,catatan,rantai",
      "unit,laporan,periode,tanggal,dicatat pada,Petugas",
    ] {
      try office.write(header + "\n", to: "tabel.csv")
      expectRefusal(
        try await office.run("impor tabel.csv", on: BookImportTests.day), 65,
        "ini buku, bukan tabel")
    }
  }
}
