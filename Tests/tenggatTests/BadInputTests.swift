import Foundation
import TestSupport
import Testing

/// Bad input: each kind gets its message and exit code, and what was recorded stays as it was.
struct BadInputTests {
  private static let today = "2026-04-10"

  /// A workspace with one row, on whose records bad input must leave no trace.
  private func recorded() async throws -> Office {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    try await office.do("terima LKIP 2025", on: "2026-02-21")
    return office
  }

  static let refusals: [(words: String, code: Int, message: String)] = [
    ("catat LKIPP 2025", 64, "laporan 'LKIPP' tidak dikenal; mungkin maksudnya 'LKIP'"),
    ("catat xyzzyqwerty 2025", 64, "laporan 'xyzzyqwerty' tidak dikenal; yang ada: LPPD, LKPJ"),
    ("catat LKAT 2025 --unit Tarungi", 64, "mungkin maksudnya 'Tarungin'"),
    ("catat LPPDesa 2025 --unit 63.05.12.2009", 64, "unit 63.05.12.2009 tidak dipantau"),
    ("catat LPPDesa 2025 --unit 63.05.05.2001", 64, "unit 63.05.05.2001 tidak dipantau"),
    ("catat LPPDesa 2025", 64, "LPPDesa dicatat untuk satu desa; sebut desanya"),
    ("catat LPPDesa 2025 --unit 63.05.12", 64, "LPPDesa adalah dokumen desa"),
    ("catat LKAT 2025-TW1", 64, "LKAT tidak memiliki periode '2025-TW1'; contoh periode: 2025"),
    ("catat Prognosis 2026-S2", 64, "Prognosis tidak memiliki periode '2026-S2'"),
    ("catat LKAT 2025-13", 64, "nilai '2025-13' tidak dapat dipakai untuk '<periode>'"),
    ("catat LKAT 2025 --tanggal 2026-04-11", 64, "tanggal 11 April 2026 belum tiba"),
    ("catat LKAT 2025 --diterima 2026-04-11", 64, "tanggal 11 April 2026 belum tiba"),
    (
      "catat LKAT 2025 --diterima 2026-04-09", 64,
      "diterima 9 April 2026 sebelum tanggal dokumennya"
    ),
    ("catat LKAT 2025 --tanggal 2024-12-31 --alasan x", 64, "sebelum periodenya dimulai"),
    ("catat LKAT 2025 --tanggal 2026-02-29", 64, "nilai '2026-02-29' tidak dapat dipakai"),
    ("catat LKIP 2025", 64, "sudah diterima (baris 2026#2)"),
    (
      "catat RPJMDes 2029 --unit 63.05.12.2001 --tanggal 2026-04-10 --alasan x --berkas tiada", 66,
      "berkas bukti tiada tidak dapat dibaca (tidak ada)"
    ),
    (
      "catat LKAT 2025 --berkas tiada.pdf", 66,
      "berkas bukti tiada.pdf tidak dapat dibaca (tidak ada)"
    ),
    ("catat LKAT 2025 --berkas kalender", 66, "kalender bukan berkas biasa"),
    ("catat LKAT 2025 --petugas _", 64, "--petugas kosong"),
    ("catat", 64, "'<laporan>' belum disebut"),
    ("jadwall --dalam 3", 64, "perintah 'jadwall' tidak dikenal; mungkin maksudnya 'jadwal'"),
    ("ekspor pdf --tahun 2026", 64, "perintah 'pdf' tidak dikenal; yang ada: xml"),
    ("kembalikan LKAT 2025 --catatan x", 64, "LKAT 2025 Kecamatan Hatungun belum disampaikan"),
    ("terima LKAT 2025", 64, "LKAT 2025 Kecamatan Hatungun belum disampaikan"),
    (
      "perpanjang LKAT 2025 --sampai 2026-02-28 --catatan x", 64,
      "sudah tenggat yang berlaku"
    ),
    ("perpanjang LKAT 2025 --catatan x", 64, "'--sampai <tanggal>' belum disebut"),
    ("batalkan #9 --alasan x", 64, "baris 2026#9 tidak ada"),
    ("batalkan dua --alasan x", 64, "'dua' bukan nomor baris"),
    ("batalkan #1", 64, "'--alasan <teks>' belum disebut"),
    ("kejadian pelantikan --tanggal 2026-01-05", 64, "kejadian 'pelantikan' tidak dikenal"),
    ("kejadian pelantikan-kades --tanggal 2026-01-05", 64, "sebut desanya dengan --unit"),
    ("kejadian rkpd-ditetapkan --tanggal 2026-04-11", 64, "tanggal 11 April 2026 belum tiba"),
    ("jadwal --untuk camatt", 64, "jabatan 'camatt' tidak dikenal; mungkin maksudnya 'camat'"),
    ("jadwal --dalam -3", 64, "nilai '-3' untuk '--dalam <hari>' negatif; tulis bilangan tanpa"),
    ("jadwal --dalam=-3", 64, "--dalam -3 di luar 0 sampai 3650"),
    ("iku ukur H03 --nilai -1/5 --periode 2026", 64, "nilai '-1/5' untuk '--nilai"),
    ("jadwal --dalam --json", 64, "'--dalam <hari>' perlu nilai; tulis sesudahnya"),
    (
      "catat LKAT 2025 --catatan -kurang", 64,
      "nilai '-kurang' untuk '--catatan <teks>' diawali tanda '-'; tulis --catatan=-kurang"
    ),
    ("jadwal --dalam 99999", 64, "--dalam 99999 di luar 0 sampai 3650"),
    ("jadwal --tahun 2026 --triwulan 2026-TW1", 64, "--triwulan dan --tahun tidak dapat bersama"),
    ("jadwal --triwulan 2026-TW5", 64, "tulis triwulan sebagai 2026-TW1"),
    ("jadwal --tahun 26", 64, "tulis tahun sebagai 2026"),
    ("jadwal --hari-ini besok", 64, "tulis tanggal yang ada sebagai tttt-bb-hh"),
    ("jadwal --per 3/31/2026", 64, "tulis harinya lebih dulu, 31/3/2026, atau 2026-03-31"),
    ("catat LKAT 2025 --tanggal 3/31/2026", 64, "bulannya tertulis lebih dulu"),
    ("catat LKAT 2025 --diterima 03-31-26", 64, "tulis harinya lebih dulu, 31/3/2026"),
    ("perpanjang LKAT 2025 --sampai 4/30/2026 --catatan x", 64, "30/4/2026, atau 2026-04-30"),
    ("jadwal --warna merah", 64, "pilih auto, selalu, tidak"),
    ("jadwal --jsn", 64, "pilihan '--jsn' tidak dikenal; mungkin maksudnya '--json'"),
    ("jadwal --unit", 64, "'--unit <unit>' perlu nilai"),
    ("jadwal --json=ya", 64, "'--json' tidak memakai nilai"),
    ("jadwal lagi", 64, "'lagi' tidak diharapkan di sini"),
    ("jadwall", 64, "perintah 'jadwall' tidak dikenal; mungkin maksudnya 'jadwal'"),
    ("kepatuhan --tingkat provinsi", 64, "pilih kecamatan, desa, rekomendasi, semua"),
    ("jelaskan LKIP", 64, "periode LKIP belum disebut; tulis periode yang dilaporkannya"),
    (
      "jelaskan iku", 64,
      "indikator belum disebut; tulis kodenya, misalnya: tenggat jelaskan iku H05"
    ),
    ("explain IKU --json", 64, "galat: indikator belum disebut; tulis kodenya"),
    ("ekspor pdf", 64, "perintah 'pdf' tidak dikenal; yang ada: xml"),
    ("ekspor xml", 64, "sebut satu triwulan atau satu tahun"),
    (
      "ekspor xml --tahun 2026 --dibuat kemarin", 64, "tulis saat sebagai 2026-04-01T08:00:00+08:00"
    ),
    ("periksa bukuu", 64, "pemeriksaan 'bukuu' tidak ada; mungkin maksudnya 'buku'"),
    (
      "--ruang kantor jadwal", 64,
      "'--ruang' tidak dikenal sebelum perintah; tulis perintahnya dahulu"
    ),
    ("--json", 64, "'--json' tidak dikenal sebelum perintah"),
    ("--versi", 64, "'--versi' tidak dikenal sebelum perintah; mungkin maksudnya '--version'"),
    ("--hepl", 64, "mungkin maksudnya '--help'"),
    (
      "cadangkan usb --smpan 2", 64, "pilihan '--smpan' tidak dikenal; mungkin maksudnya '--simpan'"
    ),
    ("cadangkan psang usb", 64, "perintah 'psang' tidak dikenal; mungkin maksudnya 'pasang'"),
    ("contoh lathan --bnih 2", 64, "pilihan '--bnih' tidak dikenal; mungkin maksudnya '--benih'"),
    ("jadwal ---x", 64, "pilihan '---x' tidak dikenal; lihat --help"),
    ("ekspor xml xml", 64, "'xml' tidak diharapkan di sini"),
    ("ekspor xml --tahun 2026 --keluaran kalender", 73, "kalender"),
  ]

  @Test func `each kind of bad input has its message and exit code, and leaves no trace`()
    async throws
  {
    let office = try await recorded()
    let before = try office.records()
    for refusal in BadInputTests.refusals {
      let run = try await office.run(refusal.words, on: BadInputTests.today)
      expectRefusal(run, refusal.code, refusal.message)
      #expect(try office.records() == before, "\(refusal.words)")
    }
  }

  @Test(arguments: ["dua\nbaris", "tab\tulasi", "lonceng\u{7}"])
  func `control characters are not taken into the ledger`(_ note: String) async throws {
    let office = try await recorded()
    let before = try office.records()
    for option in ["--catatan", "--petugas"] {
      expectRefusal(
        try await office.run(["catat", "LKAT", "2025", option, note], on: BadInputTests.today), 64,
        "karakter kendali")
    }
    #expect(try office.records() == before)
  }

  @Test func `a kelurahan owes no desa document`() async throws {
    let office = try await recorded()
    let table = try office.text(of: "wilayah.csv")
    try office.write(table + "63.05.12.1001,Kota Hatungun\n", to: "wilayah.csv")
    let before = try office.records()
    for word in ["63.05.12.1001", "Kota_Hatungun"] {
      expectRefusal(
        try await office.run("catat LPPDesa 2025 --unit \(word)", on: BadInputTests.today), 64,
        "Kelurahan Kota Hatungun adalah kelurahan; kelurahan tidak membuat dokumen desa")
    }
    #expect(try office.records() == before)
  }

  @Test func `a survey is not recorded by another scale than the register's`() async throws {
    let office = try await recorded()
    try office.write("layanan,U1,U2\nKartu Keluarga,3,3\n", to: "survei.csv")
    let before = try office.records()
    let recording = "iku ikm survei.csv --catat --periode 2026-TW1 --skala"
    expectRefusal(
      try await office.run("\(recording) ikm-2004", on: BadInputTests.today), 64,
      "register memakai skala ikm-2017, bukan ikm-2004")
    #expect(try office.records() == before)
    try await office.do("iku ikm survei.csv --skala ikm-2004", on: BadInputTests.today)
    #expect(try office.records() == before)
    try await office.do("\(recording) ikm-2017", on: BadInputTests.today)
    #expect(try office.records() != before)
  }

  @Test(arguments: ["jadwal", "periksa", "catat LKAT 2025"])
  func `a day from the environment must be one`(_ words: String) async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run(words, on: "2026-02-30"), 64,
      "TENGGAT_HARI_INI '2026-02-30' bukan tanggal; tulis tanggal yang ada sebagai tttt-bb-hh")
  }

  // MARK: - Folders and disks

  private static let isRoot = getuid() == 0
  private static let canDrop =
    isRoot && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

  /// Runs the program as a user without rights of its own.
  private func unprivileged(_ words: String, _ office: Office) async throws -> ProgramRun {
    let program = ProgramRun.builtProgram
    return try await ProgramRun.run(
      "/usr/bin/setpriv",
      ["--reuid", "65534", "--regid", "65534", "--clear-groups", program]
        + words.split(separator: " ").map(String.init),
      in: office.path,
      environment: ["TENGGAT_HARI_INI": BadInputTests.today, "TENGGAT_PETUGAS": "kasubbag"])
  }

  @Test(.enabled(if: canDrop))
  func `a folder that only lets read keeps its ledger, and evidence must be readable`()
    async throws
  {
    let office = try await recorded()
    let program = ProgramRun.builtProgram
    // A build in a folder that others cannot enter says nothing about the program.
    let probe = try await ProgramRun.run(
      "/usr/bin/setpriv",
      ["--reuid", "65534", "--regid", "65534", "--clear-groups", program, "--version"], in: "/")
    guard probe.exitCode == 0 else { return }
    // What is made is not for others; here they may look.
    _ = try await ProgramRun.run("/bin/chmod", ["-R", "o+rX", office.path], in: "/")
    let before = try office.records()
    let write = try await unprivileged("catat LKAT 2025", office)
    #expect([73, 74].contains(write.exitCode))
    expectRefusal(write, write.exitCode, "tidak diizinkan")
    #expect(try await unprivileged("jadwal", office).exitCode == 0)
    let export = try await unprivileged("ekspor xml --triwulan 2026-TW1", office)
    #expect([73, 74].contains(export.exitCode))
    #expect(export.errorText.contains("tidak diizinkan"))
    try office.folder.write("rahasia", to: "kantor/rahasia.pdf", permissions: 0o600)
    expectRefusal(
      try await unprivileged("catat LKAT 2025 --berkas rahasia.pdf", office), 66,
      "berkas bukti rahasia.pdf tidak dapat dibaca (tidak diizinkan)")
    let founding = try await unprivileged("mulai 63.05.12 ../baru", office)
    expectRefusal(founding, 73, "tidak diizinkan")
    #expect(try office.records() == before)
  }

  @Test(.enabled(if: isRoot))
  func `a full disk keeps the ledger as it was`() async throws {
    let office = try await recorded()
    let disk = office.folder.path(of: "penyimpanan")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mount = try await ProgramRun.run(
      "/bin/mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], in: "/")
    guard mount.exitCode == 0 else { return }
    let copy = try await ProgramRun.run("/bin/cp", ["-r", office.path, disk + "/"], in: "/")
    #expect(copy.exitCode == 0)
    let ledger = disk + "/kantor/buku/63.05.12/2026.csv"
    let before = FileManager.default.contents(atPath: ledger)
    _ = try await ProgramRun.run(
      "/bin/sh", ["-c", "cat /dev/zero > \(disk)/penuh; exit 0"], in: "/")
    let words = ["catat", "LKAT", "2025", "--catatan", String(repeating: "x", count: 8000)]
    let run = try await ProgramRun.tenggat(
      words, in: disk + "/kantor",
      environment: ["TENGGAT_HARI_INI": BadInputTests.today, "TENGGAT_PETUGAS": "kasubbag"])
    let after = FileManager.default.contents(atPath: ledger)
    _ = try await ProgramRun.run("/bin/umount", [disk], in: "/")
    expectRefusal(run, 74, "penyimpanan penuh")
    #expect(before != nil)
    #expect(before == after)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `output that cannot be written is not taken for success`() async throws {
    let office = try await Office.filled.value
    let program = ProgramRun.builtProgram
    let run = try await ProgramRun.run(
      "/bin/sh", ["-c", "\(program) jadwal > /dev/full"], in: office.path,
      environment: ["TENGGAT_HARI_INI": Office.day])
    expectRefusal(run, 74, "keluaran tidak dapat ditulis (penyimpanan penuh)")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")))
  func `a ledger that another writer holds is waited for, then given up`() async throws {
    let office = try await recorded()
    let before = try office.records()
    let program = ProgramRun.builtProgram
    let ledger = office.path + "/buku/63.05.12/2026.csv"
    let run = try await ProgramRun.run(
      "/usr/bin/flock", [ledger, program, "catat", "LKAT", "2025"], in: office.path,
      environment: ["TENGGAT_HARI_INI": BadInputTests.today, "TENGGAT_PETUGAS": "kasubbag"])
    expectRefusal(run, 75, "sedang dipakai proses lain; tidak ada yang ditulis; coba lagi")
    #expect(try office.records() == before)
    let reading = try await ProgramRun.run(
      "/usr/bin/flock", [ledger, program, "jadwal"], in: office.path,
      environment: ["TENGGAT_HARI_INI": BadInputTests.today])
    #expect(reading.exitCode == 0)
  }

  // MARK: - Files that people write

  @Test func `every fault of the office file is told, with its line`() async throws {
    let office = try await recorded()
    let before = try office.records()
    try office.write(
      "zona: WIBB\nkalender: [nasional, tapin]\nwarnaa: biru\nminggu_kerja:\n  - { hari: 9, sejak: 2019-02-30 }\n",
      to: "kantor.yaml")
    let run = try await office.run("jadwal", on: BadInputTests.today)
    expectRefusal(run, 78, "kantor.yaml:1:")
    for place in ["kantor.yaml:3:", "kantor.yaml:5:"] { #expect(run.errorText.contains(place)) }
    expectRefusal(
      try await office.run("catat LKAT 2025", on: BadInputTests.today), 78, "kantor.yaml:1:")
    let check = try await office.run("periksa", on: BadInputTests.today)
    #expect(check.exitCode == 1)
    for place in ["kantor.yaml:1:", "kantor.yaml:3:", "kantor.yaml:5:"] {
      #expect(check.errorText.contains(place))
    }
    #expect(try office.records() == before)
  }

  @Test func `every fault of a calendar is told, with its line`() async throws {
    let office = try await recorded()
    try office.write(
      """
      kalender: lokal
      wilayah: "63.05"
      diperiksa: 2026-11-21
      laporan:
        - kode: LPPD
          aturan:
            - tenggat: { tanggal: 30 Februari, tahun: 1 }
              triwulan: TW1
              sumber: surat
              keyakinan: LOCAL
        - kode: LKPJ
          aturan:
            - tenggat: { tanggal: 20 Februari, tahun: 1 }
              triwulan: TW2
              keyakinan: LOCAL
              warna: biru

      """, to: "kalender/lokal.yaml")
    let run = try await office.run("jadwal", on: BadInputTests.today)
    expectRefusal(run, 78, "kalender/lokal.yaml:7:")
    #expect(run.errorText.split(separator: "\n").count >= 3)
    let check = try await office.run("periksa kalender", on: BadInputTests.today)
    #expect(check.exitCode == 1)
    #expect(check.errorText.contains("kalender/lokal.yaml:7:"))
    try office.write("laporan: [\n", to: "kalender/lokal.yaml")
    expectRefusal(
      try await office.run("jadwal", on: BadInputTests.today), 78, "kalender/lokal.yaml:")
  }

  @Test func `a region table with another header is refused, whole`() async throws {
    let office = try await recorded()
    let table = try office.text(of: "wilayah.csv")
    try office.write(table.replacing("kode,nama\n", with: "code,name\n"), to: "wilayah.csv")
    expectRefusal(
      try await office.run("jadwal", on: BadInputTests.today), 65, "wilayah.csv:1")
    let check = try await office.run("periksa", on: BadInputTests.today)
    #expect(check.exitCode == 1)
    #expect(check.errorText.contains("wilayah.csv:1"))
  }

  @Test func `a broken chain is refused where it is read, and found where it is looked for`()
    async throws
  {
    let office = try await recorded()
    let ledger = try office.text(of: "buku/63.05.12/2026.csv")
    try office.write(
      ledger.replacing("2026-02-21,2026-02-21", with: "2026-02-22,2026-02-22"),
      to: "buku/63.05.12/2026.csv")
    let before = try office.records()
    for words in ["jadwal", "catat LKAT 2025", "ekspor xml --triwulan 2026-TW1"] {
      expectRefusal(
        try await office.run(words, on: BadInputTests.today), 65, "buku/63.05.12/2026.csv:3:")
    }
    let check = try await office.run("periksa", on: BadInputTests.today)
    #expect(check.exitCode == 1)
    #expect(check.errorText.contains("buku/63.05.12/2026.csv:3:"))
    #expect(try office.records() == before)
  }

  @Test func `a torn last line is no part of the ledger, and is put aside by the next writer`()
    async throws
  {
    let office = try await recorded()
    let whole = try office.text(of: "buku/63.05.12/2026.csv")
    try office.write(whole + "3,2026-04-10T08:00:0", to: "buku/63.05.12/2026.csv")
    #expect(try await office.run("jadwal", on: BadInputTests.today).exitCode == 0)
    let run = try await office.run("catat LKAT 2025", on: BadInputTests.today)
    #expect(run.exitCode == 0)
    #expect(run.errorText.contains("peringatan"))
    #expect(try office.text(of: "buku/63.05.12/2026.csv").hasPrefix(whole + "3,2026-04-10T"))
    #expect(try office.text(of: "buku/63.05.12/2026.csv.sisa-1") == "3,2026-04-10T08:00:0")
    #expect(try await office.run("periksa", on: BadInputTests.today).exitCode == 0)
  }

  @Test func `names with the marks of every format come out right`() async throws {
    let office = try await Office.founded()
    let name = "Tarungin & \"Baru\", <b>O'o</b>"
    let table = try office.text(of: "wilayah.csv")
    try office.write(
      table.replacing("Tarungin", with: "\"Tarungin & \"\"Baru\"\", <b>O'o</b>\""),
      to: "wilayah.csv")
    try await office.do("catat LPPDesa 2025 --unit 63.05.12.2001", on: "2026-03-20")
    #expect(try await office.do("desa", on: "2026-03-20").contains("  \(name)  "))
    let json = try await office.do("desa --json", on: "2026-03-20")
    #expect(json.contains(#""nama" : "Tarungin & \"Baru\", <b>O'o</b>""#))
    let xml = try await office.do("ekspor xml --triwulan 2026-TW1 --keluaran -", on: "2026-03-20")
    #expect(xml.contains("Tarungin &amp; &quot;Baru&quot;, &lt;b&gt;O'o&lt;/b&gt;"))
  }

  // MARK: - Places

  @Test func `without a workspace, the message says how to get one`() async throws {
    let folder = try TemporaryFolder()
    let run = try await ProgramRun.tenggat(["jadwal"], in: folder.path)
    expectRefusal(run, 66, "tidak ada ruang kerja (kantor.yaml)")
    #expect(run.errorText.contains("tenggat mulai"))
    expectRefusal(
      try await ProgramRun.tenggat(["jadwal", "--ruang", "tiada"], in: folder.path), 66,
      "tidak ada ruang kerja")
  }

  @Test func `without its data the program names the three places`() async throws {
    let folder = try TemporaryFolder()
    let run = try await ProgramRun.tenggat(
      ["mulai", "63.05.12", "a"], in: folder.path, environment: ["TENGGAT_DATA": folder.path])
    expectRefusal(run, 78, "$TENGGAT_DATA (\(folder.path))")
    #expect(run.errorText.contains("/share/tenggat"))
    #expect(run.errorText.contains("tenggat_ProgramFiles.resources"))
    #expect(!folder.holds("a"))
  }

  @Test func `a workspace is not founded over another, nor for an unknown kecamatan`()
    async throws
  {
    let office = try await recorded()
    let before = try office.text(of: "kantor.yaml")
    expectRefusal(
      try await office.run("mulai 63.05.12 .", on: BadInputTests.today), 73, "sudah ada")
    expectRefusal(
      try await office.run("mulai 63.05.13 lain", on: BadInputTests.today), 64,
      "kecamatan '63.05.13' tidak ada dalam tabel wilayah; yang ada: 35.08.09 Tekung")
    expectRefusal(
      try await office.run("mulai 63.05.13 lain --wilayah tiada.csv", on: BadInputTests.today), 66,
      "tabel wilayah tiada.csv tidak ada")
    #expect(try office.text(of: "kantor.yaml") == before)
    #expect(!office.folder.holds("kantor/lain"))
  }

  @Test(arguments: ["63.05.12", "63.05.05", "35.08.09", "63.04.17"])
  func `a fresh workspace has no fault`(_ code: String) async throws {
    let office = try await Office.founded(code)
    let run = try await office.run("periksa", on: BadInputTests.today)
    #expect(run.exitCode == 0)
    #expect(run.outputText.contains(" 0 galat, "))
    #expect(!run.errorText.contains("galat"))
  }
}
