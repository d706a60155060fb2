import CivilCalendar
import Foundation
import TestSupport
import Testing

/// The drop folder as people and cron use it.
///
/// Nobody but the kernel sets the time at which a file came: these tests take place today, and record at
/// once what they dropped.
struct IntakeTests {
  private static let day: CivilDate = {
    let seconds = Int(Date().timeIntervalSince1970)
    return ClockReading(unixSeconds: seconds, in: .wita).date
  }()
  private static let today = day.description
  /// The year that is reported on.
  private static let year = day.year - 1

  private func drop(_ name: String, _ text: String? = nil, in office: Office) throws {
    let content = name.hasSuffix(".pdf") ? "%PDF-1.4 \(text ?? name)" : text ?? "\u{FF}"
    try office.write(content, to: "kotak-masuk/\(name)")
  }

  private func rows(_ office: Office) throws -> [[String]] {
    try office.rows(of: IntakeTests.day.year)
  }

  private func lying(in office: Office) -> [String] {
    office.folder.files.compactMap { name in
      guard name.hasPrefix("kantor/kotak-masuk/"), !name.hasSuffix(".tenggat-sudah-disebut") else {
        return nil
      }
      return String(name.dropFirst(19))
    }
  }

  @Test func `a run says a line a file and a sum, and the next one nothing`() async throws {
    let office = try await Office.founded()
    let (year, day) = (Self.year, Self.day)
    // The file system's clock has ticks; files of one tick are taken by name.
    try drop("Tarungin/LPPD \(year) \(day.adding(days: -1)).pdf", in: office)
    try await Task.sleep(for: .milliseconds(50))
    try drop("LPPD-\(year).pdf", in: office)
    try await Task.sleep(for: .milliseconds(50))
    try drop("foto.txt", in: office)
    let run = try await office.run("pindai --segera --petugas Sekretariat", on: Self.today)
    #expect(run.exitCode == 0)
    #expect(run.errorText == "")
    #expect(
      run.outputText == """
        Tarungin/LPPD \(year) \(day.adding(days: -1)).pdf: dicatat (baris \(day.year)#1): LPPDesa \(year) Desa Tarungin, \(day.adding(days: -1).indonesian)
        LPPD-\(year).pdf: dicatat (baris \(day.year)#2): LPPD \(year) Kecamatan Hatungun, \(day.indonesian)
        foto.txt: karantina: laporan tidak dikenali dari nama ini
        2 dicatat, 1 karantina

        """)
    let rows = try rows(office)
    #expect(
      rows[0][2...8] == [
        "Sekretariat", "serah", "63.05.12.2001", "LPPDesa", "\(year)",
        "\(day.adding(days: -1))", "\(day)",
      ])
    #expect(rows[0][12] == "[LPPD \(year) \(day.adding(days: -1)).pdf]")
    #expect(
      lying(in: office) == [
        "karantina/foto.txt", "karantina/foto.txt.sebab.txt",
        "selesai/\(day.year)/LPPD-\(year).pdf",
        "selesai/\(day.year)/Tarungin/LPPD \(year) \(day.adding(days: -1)).pdf",
      ])
    #expect(
      try office.text(of: "kotak-masuk/karantina/foto.txt.sebab.txt") == """
        Berkas: foto.txt
        Sebab: laporan tidak dikenali dari nama ini
        Perbaikan: tulis kodenya, misalnya LKIP atau APBDes

        Sesudah diperbaiki, pindahkan berkasnya kembali ke kotak masuk dan hapus catatan ini.

        """)
    let again = try await office.run("scan", on: Self.today)
    #expect(again.exitCode == 0)
    #expect(again.outputText + again.errorText == "")
    #expect(try await office.run("periksa", on: Self.today).exitCode == 0)
  }

  @Test func `what is not understood comes with the command that records it`() async throws {
    let office = try await Office.founded()
    let name = "Permintaan data LPPD \(Self.year) 'asli'.pdf"
    try drop(name, in: office)
    let run = try await office.run("pindai --segera", on: Self.today)
    #expect(
      run.outputText.hasPrefix(
        "\(name): karantina: 'Permintaan data', 'asli' tidak dipahami; terbaca: LPPD \(Self.year) "
          + "Kecamatan Hatungun\n"), "\(run.outputText)")
    let reason = try office.text(of: "kotak-masuk/karantina/\(name).sebab.txt")
    let start = try #require(reason.range(of: "jalankan: tenggat ")).upperBound
    let end = try #require(reason.range(of: "; atau ganti")).lowerBound
    // As a shell would take it apart.
    let words = String(reason[start..<end]).components(separatedBy: " --berkas ")
    let file = words[1].replacing("'\\''", with: "\u{0}").replacing("'", with: "")
      .replacing("\u{0}", with: "'")
    let command = words[0].split(separator: " ").map(String.init) + ["--berkas", file]
    #expect(
      command.dropLast() == ["catat", "LPPD", "\(Self.year)", "--tanggal", Self.today, "--berkas"])
    #expect(try await office.run(command, on: Self.today).exitCode == 0)
    #expect(try rows(office)[0][5] == "LPPD")
  }

  @Test func `a late file is told once, with the way out, and the others are taken`() async throws {
    let office = try await Office.founded()
    let late = "LPPD \(Self.year) \(Self.day.adding(days: -8)).pdf"
    try drop(late, in: office)
    try drop("LKIP \(Self.year) \(Self.day.adding(days: -7)).pdf", in: office)
    let run = try await office.run("pindai --segera", on: Self.today)
    #expect(run.exitCode == 64)
    #expect(
      run.errorText
        == "tenggat: galat: 1 berkas susulan tidak dicatat: \(late); sebut sebabnya dengan --alasan\n"
    )
    #expect(run.outputText.contains("1 dicatat, 1 susulan"))
    #expect(lying(in: office).contains(late))
    // The next minute, and the whole night long.
    for _ in 0..<2 {
      let quiet = try await office.run("pindai --segera", on: Self.today)
      #expect(quiet.exitCode == 0)
      #expect(quiet.outputText + quiet.errorText == "")
    }
    // Whoever asks is told.
    let asked = try await office.run("pindai --segera --semua", on: Self.today)
    #expect(asked.exitCode == 64)
    #expect(asked.outputText.contains("1 susulan"))
    try await office.do("pindai --segera --alasan sakit", on: Self.today)
    #expect(try rows(office)[1][12] == "[\(late)] susulan: sakit")
    expectRefusal(
      try await office.run(["pindai", "--alasan", " "], on: Self.today), 64, "--alasan kosong")
  }

  @Test func `an empty file, and a web page saved as one, prove nothing`() async throws {
    let office = try await Office.founded()
    try office.write("", to: "kotak-masuk/LPPD \(Self.year).pdf")
    try office.write("<!DOCTYPE html>", to: "kotak-masuk/LKIP \(Self.year).pdf")
    let output = try await office.do("pindai --segera", on: Self.today)
    #expect(output.contains("LPPD \(Self.year).pdf: karantina: kosong (0 byte)"))
    #expect(
      output.contains("bukan PDF: isinya halaman web yang disimpan dengan akhiran itu"), "\(output)"
    )
    for name in ["LPPD", "LKIP"] {
      expectRefusal(
        try await office.run(
          [
            "catat", name, "\(Self.year)", "--berkas",
            "kotak-masuk/karantina/\(name) \(Self.year).pdf",
          ],
          on: Self.today), 65, "belum ada yang dicatat")
    }
  }

  @Test func `a trial changes nothing`() async throws {
    let office = try await Office.founded()
    try drop("LPPD \(Self.year).pdf", in: office)
    try drop("foto.jpg", in: office)
    let before = office.folder.files
    let output = try await office.do("pindai --segera --coba", on: Self.today)
    #expect(
      output.hasSuffix("1 akan dicatat, 1 akan dikarantina; percobaan, tidak ada yang diubah\n"))
    #expect(office.folder.files == before)
  }

  @Test func `a fresh file waits and says so`() async throws {
    let office = try await Office.founded()
    // The shell drops the file when the program's turn has come, which may be minutes from here.
    let run = try await ProgramRun.run(
      "/bin/sh",
      ["-c", #"echo isi >"$1" && exec "$2" pindai"#, "sh"]
        + ["kotak-masuk/LPPD \(Self.year).pdf", ProgramRun.builtProgram],
      in: office.path, environment: ["TENGGAT_HARI_INI": "2199-12-31", "TENGGAT_PETUGAS": "kasi"])
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(
      run.outputText
        == "LPPD \(Self.year).pdf: berkas masih baru (belum 60 detik), dicatat pada pindai berikutnya\n"
        + "1 berkas masih baru\n"
    )
    #expect(lying(in: office) == ["LPPD \(Self.year).pdf"])
  }

  @Test func `the JSON tells every file and the counts`() async throws {
    let office = try await Office.founded()
    try drop("LPPD \(Self.year).pdf", in: office)
    try drop("foto \u{202E}gpj.\u{1B}[31m", in: office)
    let run = try await office.run("pindai --segera --json", on: Self.today)
    #expect(!run.outputText.contains("\u{202E}") && !run.outputText.contains("\u{1B}"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    let files = try #require(object["berkas"] as? [[String: Any]])
    #expect(files.compactMap { $0["hasil"] as? String } == ["dicatat", "karantina"])
    #expect(files[0]["baris"] as? String == "\(Self.day.year)#1")
    #expect(files[0]["pindah_ke"] as? String == "selesai/\(Self.day.year)/LPPD \(Self.year).pdf")
    #expect(files[1]["berkas"] as? String == "foto \u{202E}gpj.\u{1B}[31m")
    #expect((object["jumlah"] as? [String: Int])?["sudah_tercatat"] == 0)
  }

  @Test func `a hostile name drives no terminal`() async throws {
    let office = try await Office.founded()
    try drop("foto\n\u{1B}[31m\u{202E}gpj", in: office)
    let run = try await office.run("pindai --segera", on: Self.today)
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
    for number in 1...8 { try drop("63.05.12.200\(number) LPPDesa \(Self.year).pdf", in: office) }
    try await withThrowingTaskGroup(of: ProgramRun.self) { group in
      for _ in 0..<3 { group.addTask { try await office.run("pindai --segera", on: Self.today) } }
      for try await run in group { #expect(run.exitCode == 0, "\(run.errorText)") }
    }
    #expect(Set(try rows(office).map { $0[4] }).count == 8)
    #expect(try rows(office).count == 8)
    #expect(lying(in: office).count == 8)
  }
}
