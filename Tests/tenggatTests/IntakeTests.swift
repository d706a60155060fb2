import Foundation
import TestSupport
import Testing

/// The drop folder as people and cron use it.
///
/// Its days lie in 2024, since a file of tomorrow waits.
struct IntakeTests {
  private static let today = "2024-03-06"

  /// Drops a file on a day at 10:00 WITA.
  private func drop(
    _ name: String, _ text: String? = nil, in office: Office, on day: String = "2024-03-05"
  ) throws {
    try office.write(text ?? name, to: "kotak-masuk/\(name)")
    let time = try #require(ISO8601DateFormatter().date(from: "\(day)T10:00:00+08:00"))
    try office.folder.setModified(
      "kantor/kotak-masuk/\(name)", to: Int(time.timeIntervalSince1970))
  }

  private func lying(in office: Office) -> [String] {
    office.folder.files.compactMap { name in
      name.hasPrefix("kantor/kotak-masuk/") ? String(name.dropFirst(19)) : nil
    }
  }

  @Test func `a run says a line a file and a sum, and the next one nothing`() async throws {
    let office = try await Office.founded()
    try drop("Tarungin/APBDes 2024 2023-12-28.pdf", in: office, on: "2024-03-03")
    try drop("LPPD-2023.pdf", in: office, on: "2024-03-04")
    try drop("foto.jpg", in: office)
    let run = try await office.run("pindai --petugas Sekretariat", on: Self.today)
    #expect(run.exitCode == 0)
    #expect(run.errorText == "")
    #expect(
      run.outputText == """
        Tarungin/APBDes 2024 2023-12-28.pdf: dicatat (baris 2024#1): APBDes 2024 Desa Tarungin, 28 Desember 2023
        LPPD-2023.pdf: dicatat (baris 2024#2): LPPD 2023 Kecamatan Hatungun, 4 Maret 2024
        foto.jpg: karantina: laporan tidak dikenali dari nama ini
        2 dicatat, 1 karantina

        """)
    let rows = try office.rows(of: 2024)
    #expect(
      rows[0][2...8] == [
        "Sekretariat", "serah", "63.05.12.2001", "APBDes", "2024", "2023-12-28", "2024-03-03",
      ])
    #expect(rows[0][12] == "[APBDes 2024 2023-12-28.pdf]")
    #expect(
      lying(in: office) == [
        "karantina/foto.jpg", "karantina/foto.jpg.sebab.txt", "selesai/2024/LPPD-2023.pdf",
        "selesai/2024/Tarungin/APBDes 2024 2023-12-28.pdf",
      ])
    #expect(
      try office.text(of: "kotak-masuk/karantina/foto.jpg.sebab.txt") == """
        Berkas: foto.jpg
        Sebab: laporan tidak dikenali dari nama ini
        Perbaikan: tulis kodenya, misalnya LKIP atau APBDes

        Sesudah diperbaiki, pindahkan berkasnya kembali ke kotak masuk dan hapus catatan ini.

        """)
    let again = try await office.run("scan", on: Self.today)
    #expect(again.exitCode == 0)
    #expect(again.outputText + again.errorText == "")
    #expect(try await office.run("periksa", on: Self.today).exitCode == 0)
  }

  @Test func `a late file is named with the way out, and the others are taken`() async throws {
    let office = try await Office.founded()
    try drop("LPPD 2023.pdf", in: office, on: "2024-02-27")
    try drop("LKIP 2023.pdf", in: office, on: "2024-02-28")
    let run = try await office.run("pindai", on: Self.today)
    #expect(run.exitCode == 64)
    #expect(
      run.errorText
        == "tenggat: galat: 1 berkas susulan tidak dicatat: LPPD 2023.pdf; sebut sebabnya dengan --alasan\n"
    )
    #expect(run.outputText.contains("1 dicatat, 1 susulan"))
    #expect(lying(in: office) == ["LPPD 2023.pdf", "selesai/2024/LKIP 2023.pdf"])
    try await office.do("pindai --alasan sakit", on: Self.today)
    #expect(try office.rows(of: 2024)[1][12] == "[LPPD 2023.pdf] susulan: sakit")
    expectRefusal(
      try await office.run(["pindai", "--alasan", " "], on: Self.today), 64, "--alasan kosong")
  }

  @Test func `a trial changes nothing`() async throws {
    let office = try await Office.founded()
    try drop("LPPD 2023.pdf", in: office)
    try drop("foto.jpg", in: office)
    let before = office.folder.files
    let output = try await office.do("pindai --coba", on: Self.today)
    #expect(
      output.hasSuffix("1 akan dicatat, 1 akan dikarantina; percobaan, tidak ada yang diubah\n"))
    #expect(office.folder.files == before)
  }

  @Test func `a fresh file waits and says so`() async throws {
    let office = try await Office.founded()
    try office.write("isi", to: "kotak-masuk/LPPD 2023.pdf")
    let run = try await office.run("pindai", on: "2199-12-31")
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(
      run.outputText
        == "LPPD 2023.pdf: menunggu: umurnya belum 60 detik, dicatat pada pindai berikutnya\n1 menunggu\n"
    )
    #expect(lying(in: office) == ["LPPD 2023.pdf"])
  }

  @Test func `the JSON tells every file and the counts`() async throws {
    let office = try await Office.founded()
    try drop("LPPD 2023.pdf", in: office, on: "2024-03-04")
    try drop("foto \u{202E}gpj.\u{1B}[31m", in: office)
    let run = try await office.run("pindai --json", on: Self.today)
    #expect(!run.outputText.contains("\u{202E}") && !run.outputText.contains("\u{1B}"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    let files = try #require(object["berkas"] as? [[String: Any]])
    #expect(files.compactMap { $0["hasil"] as? String } == ["dicatat", "karantina"])
    #expect(files[0]["baris"] as? String == "2024#1")
    #expect(files[0]["pindah_ke"] as? String == "selesai/2024/LPPD 2023.pdf")
    #expect(files[1]["berkas"] as? String == "foto \u{202E}gpj.\u{1B}[31m")
    #expect((object["jumlah"] as? [String: Int])?["sudah_tercatat"] == 0)
  }

  @Test func `a hostile name drives no terminal`() async throws {
    let office = try await Office.founded()
    try drop("foto\n\u{1B}[31m\u{202E}gpj", in: office)
    let run = try await office.run("pindai", on: Self.today)
    #expect(run.outputText.split(separator: "\n").count == 2)
    #expect(!run.outputText.contains("\u{1B}") && !run.outputText.contains("\u{202E}"))
  }

  @Test func `a folder that is missing or the workspace's own is refused`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run("pindai tidak-ada", on: Self.today), 66, "folder tidak-ada tidak ada")
    expectRefusal(
      try await office.run("pindai .", on: Self.today), 64, "milik ruang kerja, bukan kotak masuk")
  }

  @Test func `runs at once leave one row a file`() async throws {
    let office = try await Office.founded()
    for number in 1...8 { try drop("63.05.12.200\(number) LPPDesa 2023.pdf", in: office) }
    try await withThrowingTaskGroup(of: ProgramRun.self) { group in
      for _ in 0..<3 { group.addTask { try await office.run("pindai", on: Self.today) } }
      for try await run in group { #expect(run.exitCode == 0, "\(run.errorText)") }
    }
    #expect(Set(try office.rows(of: 2024).map { $0[4] }).count == 8)
    #expect(try office.rows(of: 2024).count == 8)
    #expect(lying(in: office).count == 8)
  }
}
