import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A file is recorded only where every word of its name is understood.
struct IntakeRuleTests {
  private func fate(
    _ name: String, in code: String = "63.05.12", at time: Int = DropBox.dropped,
    came: (@Sendable (FilePath?) -> Int?)? = nil
  ) throws -> (fate: String, rows: [String]) {
    let box = try DropBox(code)
    try box.drop(name, at: time)
    let calls = came.map { DropBox.calls(came: $0) } ?? DropBox.calls()
    return (try box.scan(calls: calls)[name] ?? "gone", try box.rows())
  }

  @Test(arguments: [
    "Permintaan data LPPD 2025.pdf", "Undangan rapat penyusunan LKPJ 2025.pdf",
    "Surat pengantar LPPD 2025.pdf", "Tarungin/Rancangan APBDes 2026 2025-12-20.pdf",
    "Tarungin/Evaluasi Rancangan APBDes 2026 2025-12-20.pdf",
    "Tarungin/Berita acara musyawarah APBDes 2026 2025-12-20.pdf",
    "Tarungin/Undangan Musrenbang RKPDes 2027 2026-03-01.pdf",
    "Tarungin/APBDes Perubahan 2025 2025-10-20.pdf", "Tarungin/APBDes-P 2025 2025-10-20.pdf",
    "Tarungin/P-APBDes 2025 2025-10-20.pdf", "Tanda terima surat teguran LPPD 2024.pdf",
    "Konsep LPPD 2025.pdf", "Draf LKIP 2025.pdf", "Draft LKIP 2025.pdf", "Nota dinas LKPJ 2025.pdf",
    "Balasan LPPD 2025.pdf", "Lampiran LPPD 2025.pdf", "Jadwal LKIP 2025.pdf",
    "Evaluasi LKIP 2025.pdf", "LKIP 2025 belum lengkap.pdf", "LPPD 2025 bagian 1.pdf",
    "Cover LPPD 2025.pdf", "Laporan kekurangan LPPD 2025.pdf", "Perbup LPPD Nomor 5 Tahun 2025.pdf",
    "LPPD Nomor 5 2025.pdf", "LPPD 2025 12.pdf", "LPPD Kabupaten Tapin 2025.pdf",
    "LPPD 2025 TW.pdf", "LPPD ke-2 2025.pdf", "LKIP 2024 atau 2025.pdf",
    "Rancangan/Tarungin/LPPDesa 2025.pdf", "Tarungin/Undangan/LPPDesa 2025.pdf",
    "Undangan/LPPD 2025.pdf", "Tarungin Baru/LPPDesa 2025.pdf", "Laporan APBDes 2026 Tarungin.pdf",
    "LPPD 2025 dan LKPJ.pdf", "Surat LPPD 2025.pdf",
    "Tarungin/APBDes 2026 hasil evaluasi 2025-12-28.pdf",
  ])
  func `a word that may turn the meaning round puts a file aside`(_ name: String) throws {
    let (fate, rows) = try fate(name)
    #expect(fate.hasPrefix("trouble: "), "\(fate)")
    #expect(rows.isEmpty)
  }

  @Test(arguments: [
    "LPPD 2025 final.pdf", "LPPD_2025_FINAL_ttd.pdf", "scan LPPD 2025.pdf",
    "Scan0001 LPPD 2025.pdf",
    "LPPD 2025 (1).pdf", "LPPD 2025 - Copy (2).pdf", "Copy of LPPD 2025.pdf",
    "Salinan LPPD 2025.pdf", "LPPD 2025 revisi 2.pdf", "LPPD 2025 v2.pdf",
    "LPPD 2025 versi terbaru.pdf",
    "LPPD 2025.pdf.pdf", "1. LPPD 2025.pdf", "01 LPPD 2025.pdf", "Laporan LPPD 2025.pdf",
    "LPPD Tahunan 2025.pdf", "LPPD Tahun 2025.pdf", "LPPD TA 2025.pdf", "LPPD T.A. 2025.pdf",
    "LPPD Tahun Anggaran 2025.pdf", "LPPD Kecamatan 2025.pdf", "LPPD Kec. Hatungun 2025.pdf",
    "LPPD Kecamatan Hatungun Kabupaten Tapin 2025.pdf", "Dokumen LPPD 2025.pdf",
    "LPPD 2025 tgl 2026-03-05.pdf", "Bahan LPPD 2025.pdf", "2025/LPPD 2025.pdf",
    "2026/LPPD 2025.pdf", "LPPD/LPPD 2025.pdf", "Kiriman Maret/LPPD 2025.pdf", "LPPD/2025.pdf",
    "Laporan Penyelenggaraan Pemerintahan Daerah 2025.pdf",
  ])
  func `words that tell of the copy, the office and the year stay harmless`(_ name: String) throws {
    let (fate, rows) = try fate(name)
    #expect(fate == "row 1")
    #expect(
      rows.allSatisfy { $0.hasPrefix("63.05.12 LPPD 2025 2026-03-05 2026-03-05 ") }, "\(rows)")
  }

  @Test(arguments: [
    "Tarungin/APBDes 2026 28-12-2025.pdf", "Tarungin/Perdes APBDes 2026 28-12-2025.pdf",
    "Tarungin/Peraturan Desa tentang APBDes Tahun 2026 tgl 28-12-2025.pdf",
    "Tarungin/Perdes No. 5 Tahun 2025 tentang APBDes TA 2026 28 Des 2025.pdf",
    "Perdes Nomor 05 2025 APBDes Desa Tarungin 2026 20251228.pdf",
    "01. Tarungin/APBDes 2026 28-12-2025.pdf", "Pemerintah Desa Tarungin/APBDes 2026 28.12.25.pdf",
    "APBDes/Tarungin 2026 2025-12-28.pdf", "Desa Tarungin (63.05.12.2001)/APBDes 2026 28-12-25.pdf",
  ])
  func `number and year of a Perdes are no period`(_ name: String) throws {
    let (fate, rows) = try fate(name)
    #expect(fate == "row 1")
    #expect(
      rows.allSatisfy { $0.hasPrefix("63.05.12.2001 APBDes 2026 2025-12-28 2026-03-05 ") },
      "\(rows)")
  }

  @Test(arguments: [
    "Tarungin/Perdes APBDes Nomor 5 Tahun 2025 tgl 28-12-2025.pdf",
    "Tarungin/APBDes Perdes No 5 Tahun 2025 28-12-2025.pdf",
  ])
  func `a Perdes that names no year of its own is asked for its period`(_ name: String) throws {
    let (fate, rows) = try fate(name)
    #expect(fate == "trouble: periodNeeded")
    #expect(rows.isEmpty)
  }

  @Test(arguments: [
    ("Tarungin/Laporan Realisasi APBDes Semester II 2025.pdf", "RealisasiDes 2025-S2"),
    ("Tarungin/Laporan Realisasi Pelaksanaan APB Desa S2 2025 ttd.pdf", "RealisasiDes 2025-S2"),
    ("Laporan Penyelenggaraan Pemerintahan Desa Tarungin Tahun Anggaran 2025.pdf", "LPPDesa 2025"),
    ("LPPDesa Akhir Tahun Anggaran 2025 Desa Tarungin.pdf", "LPPDesa 2025"),
    ("Laporan Keterangan Penyelenggaraan Pemerintahan Desa/Tarungin 2025.pdf", "LKPJDes 2025"),
  ])
  func `the names of the field are read whole`(_ name: String, _ document: String) throws {
    let box = try DropBox()
    try box.drop(name)
    #expect(try box.scan(try box.terms(reason: "baru ditemukan"))[name] == "row 1")
    #expect(try box.rows().allSatisfy { $0.hasPrefix("63.05.12.2001 \(document) ") })
  }

  @Test func `a report's calendar entry allows words of its own`() throws {
    let (fate, rows) = try fate("Rancangan Renja 2027.pdf")
    #expect(fate == "row 1")
    #expect(rows.first?.hasPrefix("63.05.12 Renja 2027 ") == true)
    #expect(try self.fate("Rancangan LKIP 2025.pdf").fate == "trouble: notUnderstood")
    #expect(try self.fate("Evaluasi Rancangan Renja 2027.pdf").fate == "trouble: notUnderstood")
  }

  @Test(arguments: [
    "Surat undangan rapat 2026.pdf", "Surat teguran 2026.pdf", "Surat masuk 2026.pdf",
    "Surat LPPD 2025.pdf", "Undangan Rakor 2026-02.pdf",
    "Daftar hadir rapat koordinasi 2026-02.pdf",
  ])
  func `an everyday word that is a report's code makes no report`(_ name: String) throws {
    let (fate, rows) = try fate(name, in: "63.04.17")
    #expect(fate.hasPrefix("trouble: "), "\(fate)")
    #expect(rows.isEmpty)
  }

  // MARK: - Recommendations

  @Test func `a recommendation is recorded from the drop folder only where the office says so`()
    throws
  {
    let box = try DropBox()
    let request = "Tarungin/Permohonan rekomendasi pencairan ADD TW I 2026.pdf"
    let issued = "Tarungin/Rekomendasi ADD TW I 2026.pdf"
    try box.drop("Tarungin/APBDes 2026 2025-12-28.pdf", at: DropBox.dropped - 60)
    try box.drop(request)
    try box.drop(issued)
    let fates = try box.scan()
    #expect(fates[request] == "trouble: notUnderstood")
    #expect(fates[issued] == "trouble: recommendation")
    #expect(try box.rows().count == 1)
    let office = try box.founded.folder.text(of: "kantor.yaml")
    try box.founded.folder.write(office + "kotak_masuk: { rekomendasi: ya }\n", to: "kantor.yaml")
    try box.drop(request)
    try box.drop(issued)
    let allowed = try box.scan()
    #expect(allowed[request] == "trouble: notUnderstood")
    #expect(allowed[issued] == "row 2")
  }

  // MARK: - Dates

  @Test(arguments: [
    ("LKIP 2025 20260220.pdf", "2026-02-20"), ("LKIP 2025 20.02.26.pdf", "2026-02-20"),
    ("LKIP 2025 20022026.pdf", "2026-02-20"), ("LKIP 2025 20-2-26.pdf", "2026-02-20"),
    ("LKIP 2025 20-2-2026.pdf", "2026-02-20"), ("LKIP 2025 2026-2-20.pdf", "2026-02-20"),
    ("LKIP 2025 20 Peb 2026.pdf", "2026-02-20"), ("LKIP 2025 20 Pebruari 26.pdf", "2026-02-20"),
    ("LKIP_2025_20260220_final.pdf", "2026-02-20"), ("LKIP2025 tgl20-02-2026.pdf", "2026-02-20"),
  ])
  func `digits that are a date are read as one`(_ name: String, _ date: String) throws {
    let box = try DropBox()
    try box.drop(name)
    #expect(try box.scan(try box.terms(reason: "sakit"))[name] == "row 1")
    #expect(try box.rows().first?.hasPrefix("63.05.12 LKIP 2025 \(date) 2026-03-05 ") == true)
  }

  @Test(arguments: [
    "LKIP 2025 200226.pdf", "LKIP 2025 24.12.25.pdf", "LKIP 2025 02202026.pdf",
    "LKIP 2025 20260231.pdf", "LKIP 2025 2026022.pdf", "LKIP 2025 10_02_2026_01_02_2026.pdf",
    "LKIP_2025_10_02_26.pdf", "LKIP 2025 20-02.pdf", "LKIP 2025 2202026.pdf",
    "LKIP 2025 10.20.33.pdf",
    "LKIP 2025 3-31-2026.pdf", "LKIP 2025 202602.pdf", "LKIP 2025 1772676000.pdf",
    "LKIP 2025 26-02-20.pdf",
  ])
  func `digits that are no date, or two, are never passed over`(_ name: String) throws {
    let (fate, rows) = try fate(name)
    #expect(fate.hasPrefix("trouble: "), "\(fate)")
    #expect(rows.isEmpty)
  }

  @Test func `the day of a quarter's report in a name is not its arrival`() throws {
    let box = try DropBox()
    try box.drop("RFK TW IV 2025 09012026.pdf")
    try box.scan(try box.terms(reason: "sakit"))
    #expect(try box.rows().first?.hasPrefix("63.05.12 RFK 2025-TW4 2026-01-09 2026-03-05 ") == true)
  }

  @Test(arguments: [
    "2024/LPPD 2025.pdf", "Januari 2025/LPPD 2025.pdf", "TW IV 2024/RFK TW IV 2025.pdf",
    "2026-03-01/LPPD 2025.pdf", "Februari/LPPD 2025.pdf",
  ])
  func `a folder of another time puts its files aside`(_ name: String) throws {
    #expect(try fate(name).fate == "trouble: folderOfOtherTime")
  }

  // MARK: - Arrival

  @Test func `a file is received on the day on which it came, whatever its own time says`() throws {
    let box = try DropBox()
    // Written on 27 February, copied in on 5 March.
    try box.drop("LKIP 2025.pdf", at: DropBox.dropped - 6 * 86_400)
    // Written in the time to come, by a camera whose clock is wrong.
    try box.drop("LKPJ 2025.pdf", at: DropBox.dropped + 900 * 86_400)
    let calls = DropBox.calls { $0?.extension == "pdf" ? DropBox.dropped : nil }
    #expect(try box.scan(calls: calls) == ["LKIP 2025.pdf": "row 1", "LKPJ 2025.pdf": "row 2"])
    #expect(
      try box.rows() == [
        "63.05.12 LKIP 2025 2026-03-05 2026-03-05 [LKIP 2025.pdf]",
        "63.05.12 LKPJ 2025 2026-03-05 2026-03-05 [LKPJ 2025.pdf]",
      ])
    // An old file that came a moment ago may still be coming.
    try box.drop("LKAT 2025.pdf", at: DropBox.dropped - 86_400)
    let now = DropBox.dropped + 86_400
    let fresh = DropBox.calls { $0?.extension == "pdf" ? now - 59 : nil }
    #expect(try box.scan(calls: fresh) == ["LKAT 2025.pdf": "waits: young"])
  }

  // MARK: - Evidence

  @Test(arguments: [
    ("LPPD 2025.pdf", ""), ("LPPD 2025.pdf", "<!DOCTYPE html><html>"), ("LPPD 2025.pdf", "LPPD"),
    ("LPPD 2025.docx", "%PDF-1.4"), ("LPPD 2025.xlsx", "kode,nama"), ("LPPD 2025.png", "%PDF-1.4"),
    ("LPPD 2025.jpg", "GIF89a"), ("LPPD 2025.JPEG", ""), ("LPPD 2025.txt", ""),
  ])
  func `a file that proves nothing is put aside`(_ name: String, _ text: String) throws {
    let box = try DropBox()
    try box.drop(name)
    try box.founded.folder.write(text, to: "kotak-masuk/\(name)")
    try box.founded.folder.setModified("kotak-masuk/\(name)", to: DropBox.dropped)
    #expect(try box.scan() == [name: "trouble: unfit"])
    #expect(try box.rows().isEmpty)
  }

  // MARK: - What belongs to systems

  @Test func `folders and files of servers and systems are left where they are`() throws {
    let box = try DropBox()
    let left = [
      "@eaDir/LPPD 2025.pdf", "#recycle/LPPD 2025.pdf", "$RECYCLE.BIN/LPPD 2025.pdf",
      "System Volume Information/LPPD 2025.pdf", "__MACOSX/LPPD 2025.pdf", ".DS_Store",
      "ehthumbs.db", "~$LPPD 2025.docx", ".~lock.LPPD 2025.docx#", "Tarungin/@eaDir/LPPD 2025.pdf",
      "lost+found/LPPD 2025.pdf", ".Trash-1000/files/LPPD 2025.pdf", ".stfolder/x",
      "Tarungin/.sync/x",
      "#snapshot/LPPD 2025.pdf", "@Recycle/LPPD 2025.pdf",
    ]
    for name in left { try box.drop(name) }
    #expect(try box.scan().isEmpty)
    #expect(Set(box.lying()) == Set(left))
  }

  // MARK: - What waits

  @Test func `what stays is told once, and again when something changes`() throws {
    let box = try DropBox()
    try box.drop("LPPD 2025.pdf", at: DropBox.dropped - 9 * 86_400)
    let workspace = try Workspace(
      box.founded.path, data: box.founded.data, files: FileSystem(calls: DropBox.calls()))
    func told(_ terms: Intake.Terms) throws -> [Bool] {
      var intake = try Intake(nil, workspace, terms)
      return try intake.run { _, _, _ in "" }.files.map(\.wasTold)
    }
    let terms = try box.terms()
    #expect(try told(try box.terms(trial: true)) == [false])
    #expect(try told(terms) == [false])
    #expect(try told(terms) == [true])
    #expect(try told(try box.terms(today: "2026-03-09")) == [true])
    #expect(try workspace.waitingFiles(now: terms.now).untaken == ["LPPD 2025.pdf"])
    #expect(try workspace.waitingFiles(now: terms.now).quarantined.isEmpty)
    // The same name with other bytes is another matter.
    try box.drop("LPPD 2025.pdf", "lain", at: DropBox.dropped - 8 * 86_400)
    #expect(try told(terms) == [false])
    try box.drop("apa ini.pdf")
    #expect(try told(terms) == [true, false])
    let waiting = try workspace.waitingFiles(now: terms.now)
    #expect(waiting.untaken == ["LPPD 2025.pdf"])
    #expect(waiting.quarantined == ["apa ini.pdf"])
    // Nothing waits any more, nothing is remembered.
    try box.scan(try box.terms(reason: "sakit"))
    #expect(!box.founded.folder.files.contains { $0.hasSuffix(".tenggat-sudah-disebut") })
    #expect(try workspace.waitingFiles(now: terms.now).untaken.isEmpty)
  }

  // MARK: - Pairs of names

  /// The ministry's table, where it lies beside the sources.
  private static let table: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try? String(
      contentsOf: root.appending(path: "../shared/data/wilayah.csv"), encoding: .utf8)
  }()

  @Test(.enabled(if: table != nil))
  func `the file of a desa with a longer name never lands on the shorter one`() throws {
    var villages: [RegionCode: [ComplianceModel.Unit]] = [:]
    for line in try #require(IntakeRuleTests.table).split(separator: "\n").dropFirst() {
      let parts = line.split(separator: ",", maxSplits: 1)
      let code = try region(String(parts[0]))
      guard code.isDesa else { continue }
      villages[code.regency, default: []].append(
        ComplianceModel.Unit(code: code, name: String(parts[1]).filter { $0 != "\"" }))
    }
    var pairs = 0
    var wrong: [String] = []
    for (_, units) in villages {
      let byName = Dictionary(grouping: units, by: \.name)
      for longer in units {
        let words = longer.name.split(separator: " ")
        for cut in 1..<max(words.count, 1) {
          for rest in [words[..<cut], words[cut...]] {
            // `Desa Beru` is what the desa Beru is called as well.
            guard words[..<cut] != ["Desa"],
              let shorter = byName[rest.joined(separator: " ")]?.first
            else { continue }
            pairs += 1
            wrong += IntakeRuleTests.misread(longer, as: shorter)
          }
        }
      }
    }
    #expect(pairs > 2000)
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
  }

  private static func misread(_ longer: ComplianceModel.Unit, as shorter: ComplianceModel.Unit)
    -> [String]
  {
    let kecamatan = Kecamatan(
      province: nil, regency: nil,
      unit: ComplianceModel.Unit(code: shorter.code.kecamatan, name: "Xyz"),
      members: [shorter])
    let words = NameWords([kecamatan], reports: ["LPPDesa", "LPPD Desa", "LPPD", "APBDes"])
    let name = longer.name.replacing("/", with: "-")
    return [
      "LPPDesa \(name) 2025.pdf", "\(name)/LPPDesa 2025.pdf", "LPPDesa 2025 \(name).pdf",
      "Desa \(name)/LPPD 2025.pdf", "LPPD_Desa_\(name.replacing(" ", with: "_"))_2025.pdf",
      "LPPDesa_2025_\(name.replacing(" ", with: "-").uppercased())_final.pdf",
    ].filter { path in
      let parts = path.split(separator: "/").map(String.init)
      let read = DroppedName(parts.last ?? "", in: Array(parts.dropLast()), words: words)
      guard case .units = read.place else { return false }
      return read.notUnderstood(allowing: ["desa"]).isEmpty
    }
  }
}
