import Foundation
import TestSupport
import Testing

/// `ingatkan`, as cron runs it.
struct ReminderTests {
  /// An office that has run its reminders until the day before, so that a day brings its own stages.
  private func office(lastRun day: String) async throws -> Office {
    let office = try await Office.founded()
    try await office.do("ingatkan", on: day)
    return office
  }

  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func `the digests before Lebaran 2025 name the last working day`() async throws {
    let office = try await office(lastRun: "2025-03-26")
    let run = try await office.run("ingatkan", on: "2025-03-27")
    #expect(run.exitCode == 0)
    #expect(run.errorText == "")
    #expect(run.outputText.contains("31 Maret 2025, hari kerja terakhir 27 Maret 2025"))
    expectGolden(run.output, named: "ingatkan-lebaran-2025.txt")
  }

  @Test func `a second run on the same day says nothing, and neither does a day off`() async throws
  {
    let office = try await office(lastRun: "2025-03-27")
    for (day, what) in [
      ("2025-03-27", "the same day"), ("2025-03-28", "Nyepi"), ("2025-03-31", "Idul Fitri"),
      ("2025-04-07", "cuti bersama"),
    ] {
      #expect(try await office.do("ingatkan", on: day) == "", "\(what)")
    }
    // What fell due on a day off is told of on the first working day after.
    let text = try await office.do("ingatkan", on: "2025-04-08")
    #expect(text.contains("LEWAT TENGGAT"))
    #expect(text.contains("31 Maret 2025, hari kerja terakhir 27 Maret 2025, lewat 8 hari"))
  }

  @Test func `after days without a run the latest stage comes once, and the last run is named`()
    async throws
  {
    let office = try await office(lastRun: "2026-02-02")
    // H-30, H-14 and H-7 of the LKIP passed while cron was off.
    let text = try await office.do("ingatkan", on: "2026-02-23")
    #expect(text.contains("terakhir berhasil dijalankan 2 Februari 2026"))
    let own = text.components(separatedBy: "Kepada: ").first { $0.hasPrefix("Kasubbag") }
    #expect(own?.components(separatedBy: "LKIP 2025").count == 3, "once, and in its command")
    #expect(try await office.do("ingatkan", on: "2026-02-23") == "")
    // 28 February is a Saturday, so that H-3 counts back from Friday the 27th.
    let next = try await office.do("ingatkan", on: "2026-02-24")
    #expect(!next.contains("terakhir berhasil dijalankan"))
    #expect(next.components(separatedBy: "- LKIP 2025").count == 2)
  }

  @Test func `what is handed in, exempt or put off is silent at once`() async throws {
    let office = try await office(lastRun: "2026-02-25")
    try await office.do("catat LKIP 2025", on: "2026-02-26")
    try await office.do("bebaskan LPPD 2025 --catatan digabung", on: "2026-02-26")
    try await office.do(
      "ingatkan tunda LKAT 2025 --sampai 2026-03-03 --alasan menunggu_BPKAD", on: "2026-02-26")
    let text = try await office.do("ingatkan", on: "2026-02-27")
    for code in ["LKIP", "LPPD", "LKAT"] { #expect(!text.contains("- \(code) 2025")) }
    let later = try await office.do("ingatkan", on: "2026-03-03")
    #expect(later.contains("- LKAT 2025"))
    expectRefusal(
      try await office.run(
        "ingatkan tunda LKAT 2025 --sampai 2026-03-03 --alasan x", on: "2026-03-03"),
      64, "tidak sesudah hari ini")
  }

  @Test func `a forecast sends and writes nothing`() async throws {
    let office = try await Office.founded()
    let text = try await office.do("ingatkan --coba --hari 9", on: "2025-03-24")
    expectGolden(Array(text.utf8), named: "ingatkan-coba.txt")
    #expect(!office.folder.files.contains { $0.contains("/pengingat/") })
    let days = try object(
      try await office.do("remind --coba --hari 5 --json", on: "2025-03-24"))["hari"]
    let quiet = (days as? [[String: Any]])?.map { $0["tenang"] as? Bool }
    #expect(quiet == [false, false, false, false, true])
  }

  @Test func `the history shows what went out`() async throws {
    let office = try await office(lastRun: "2025-03-26")
    try await office.do("ingatkan", on: "2025-03-27")
    let text = try await office.do("ingatkan riwayat", on: "2025-03-27")
    #expect(text.contains("jalan terakhir yang baik: Kamis, 27 Maret 2025"))
    let history = try object(
      try await office.do(
        "ingatkan riwayat --untuk kasi-pemerintahan --sejak 2025-03-27 --json", on: "2025-03-27"))
    let messages = try #require(history["pesan"] as? [[String: Any]])
    #expect(messages.map { $0["keadaan"] as? String } == ["terkirim"])
    let keys = try #require(messages.first?["kewajiban"] as? [[String: Any]])
    #expect(Set(keys.map { $0["tahap"] as? String }) == ["H"])
    #expect(keys.count == 16)
  }

  @Test func `the history is asked for by role or desa, and says where nothing fits`() async throws
  {
    let office = try await office(lastRun: "2025-03-26")
    for word in ["kasi-pemerintahan", "Kasi_Pemerintahan"] {
      let text = try await office.do("ingatkan riwayat --untuk \(word)", on: "2025-03-27")
      #expect(text.contains("terkirim"))
    }
    for (words, asked) in [
      ("--untuk Bagak", "kepada 63.05.12.2008"), ("--untuk 63.05.12.2008", "kepada 63.05.12.2008"),
      ("--sejak 2025-03-27", "sejak 27 Maret 2025"),
      ("--untuk Bagak --sejak 2025-03-27", "kepada 63.05.12.2008, sejak 27 Maret 2025"),
    ] {
      let text = try await office.do("ingatkan riwayat \(words)", on: "2025-03-27")
      #expect(text.contains("Tidak ada yang cocok: \(asked)."), "\(text)")
    }
    expectRefusal(
      try await office.run("ingatkan riwayat --untuk kasi-pemerinthan", on: "2025-03-27"), 64,
      "'kasi-pemerinthan' bukan jabatan atau desa; mungkin maksudnya 'kasi-pemerintahan'")
    expectRefusal(
      try await office.run("ingatkan --json", on: "2025-03-27"), 64, "--json hanya dengan --coba")
  }

  @Test func `what is put off is shown, ends when it is told to, and has to be open and near`()
    async throws
  {
    let office = try await office(lastRun: "2026-02-25")
    let put = "ingatkan tunda LKAT 2025 --alasan menunggu_BPKAD --sampai"
    expectRefusal(
      try await office.run("\(put) 2026-02-26", on: "2026-02-26"), 64, "tidak sesudah hari ini")
    expectRefusal(
      try await office.run("\(put) 2027-02-28", on: "2026-02-26"), 64, "lebih dari setahun lagi")
    try await office.do("\(put) 2027-02-27", on: "2026-02-26")
    let shown = try await office.do("ingatkan --coba --hari 2", on: "2026-02-26")
    #expect(
      shown.hasSuffix(
        "Ditunda\n  LKAT 2025 Kecamatan Hatungun sampai 27 Februari 2027: menunggu BPKAD\n"))
    let ended = try await office.do("\(put) 2026-02-26", on: "2026-02-26")
    #expect(ended.contains("berjalan lagi mulai hari ini"))
    #expect(
      !(try await office.do("ingatkan --coba --hari 2", on: "2026-02-26")).contains("Ditunda"))
    #expect(try await office.do("ingatkan", on: "2026-02-26").contains("- LKAT 2025"))
    try await office.do("catat LPPD 2025", on: "2026-02-26")
    expectRefusal(
      try await office.run(
        "ingatkan tunda LPPD 2025 --sampai 2026-03-05 --alasan x", on: "2026-02-26"), 64,
      "LPPD 2025 Kecamatan Hatungun tidak diingatkan (tepat waktu)")
  }

  @Test func `what is put off without a period is what was reminded of, a month ahead too`()
    async throws
  {
    let office = try await office(lastRun: "2026-01-27")
    // LKPJ 2025 is due on 20 February, LKIP on the 27th: H-30 of the LKIP comes on 28 January.
    #expect(try await office.do("ingatkan --coba --hari 9", on: "2026-01-28").contains("LKIP 2025"))
    try await office.do(
      "ingatkan tunda LKIP --sampai 2026-02-10 --alasan menunggu_reviu", on: "2026-01-29")
    let shown = try await office.do("ingatkan --coba --hari 2", on: "2026-01-29")
    #expect(shown.contains("Ditunda\n  LKIP 2025 Kecamatan Hatungun sampai 10 Februari 2026"))
    // What catat takes without a period is still nearer.
    expectRefusal(
      try await office.run("catat LKIP", on: "2026-01-29"), 64, "tidak ada periode LKIP")
  }

  @Test func `a service that nobody knows is a fault, and a known one is not`() async throws {
    for (service, code) in [("telegrm", 78), ("telegram", 0), ("Telegram", 0)] {
      let office = try await office(
        channel: "{ nama: uji, jenis: webhook, url: 'http://x.invalid/', layanan: \(service) }")
      let run = try await office.run("jadwal", on: "2026-02-26")
      #expect(run.exitCode == code)
      #expect(run.errorText.contains("layanan 'telegrm' tidak dikenal") == (code == 78))
      #expect(run.errorText.contains("mungkin maksudnya 'telegram'") == (code == 78))
    }
  }

  @Test func `a webhook goes through the second program, and what fails is told and kept`()
    async throws
  {
    // Nothing listens on the first port of this machine.
    let office = try await office(
      channel: "{ nama: uji, jenis: webhook, url: 'http://127.0.0.1:1/bot-RAHASIA-7' }")
    let run = try await office.run("ingatkan", on: "2026-02-26")
    #expect(run.exitCode == 75)
    #expect(run.errorText.contains("server webhook tidak dapat dihubungi"))
    let told = try await office.do("ingatkan riwayat", on: "2026-02-26")
    #expect(told.contains("server webhook tidak dapat dihubungi"))
    #expect(!(run.errorText + told).contains("RAHASIA"))
  }

  @Test func `jadwal tells a run that fails from one that is missing`() async throws {
    let office = try await office(
      channel: "{ nama: uji, jenis: perintah, perintah: [./kirim.sh] }")
    try program("exit 1", in: office)
    for day in ["2026-02-24", "2026-02-25", "2026-02-26"] {
      #expect(try await office.run("ingatkan", on: day).exitCode == 75)
    }
    let never = try await office.do("jadwal", on: "2026-02-26")
    #expect(
      never.hasSuffix(
        "Pengingat terakhir dijalankan 26 Februari 2026, belum pernah tanpa kegagalan; lihat tenggat "
          + "ingatkan riwayat.\n"))
    try program("cat > /dev/null", in: office)
    try await office.do("ingatkan", on: "2026-02-27")
    #expect(
      try await office.do("jadwal", on: "2026-02-27").hasSuffix("dijalankan 27 Februari 2026.\n"))
  }

  @Test func `a run on a quiet day prints nothing, however far holidays are missing`() async throws
  {
    let office = try await Office.founded()
    let run = try await office.run("ingatkan", on: "2027-12-18")
    #expect(run.exitCode == 0)
    #expect(run.output.isEmpty && run.errorText == "")
  }

  @Test func `a secret that a program complains of reaches neither the outbox nor cron's mail`()
    async throws
  {
    let office = try await office(
      channel: "{ nama: uji, jenis: perintah, perintah: [./kirim.sh] }")
    try program("echo \"ditolak: $BOT_TOKEN\" >&2; exit 1", in: office)
    let run = try await office.run(
      "ingatkan", on: "2026-02-26", environment: ["BOT_TOKEN": "RAHASIA123"])
    #expect(run.exitCode == 75)
    #expect(run.errorText.contains("ditolak: ***"))
    let written = run.outputText + run.errorText + (try office.text(of: "pengingat/2026.csv"))
    #expect(!written.contains("RAHASIA123"))
  }

  @Test func `it runs from sh with an empty environment, as cron starts it`() async throws {
    let office = try await Office.founded()
    let program = ProgramRun.builtProgram
    let run = try await ProgramRun.run(
      "/usr/bin/env",
      [
        "-i", "/bin/sh", "-c",
        "'\(program)' ingatkan --ruang '\(office.path)' --hari-ini 2025-03-27",
      ], in: "/")
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.outputText.contains("Kepada: Kasi Pemerintahan"))
  }

  @Test func `other commands say when it last ran, and warn after two missed days`() async throws {
    let office = try await office(lastRun: "2025-03-24")
    #expect(!(try await Office.founded().do("jadwal", on: "2025-03-24")).contains("Pengingat"))
    let near = try await office.do("jadwal", on: "2025-03-26")
    #expect(near.hasSuffix("Pengingat terakhir berhasil dijalankan 24 Maret 2025.\n"))
    #expect(try await office.do("periksa pengingat", on: "2025-03-26").contains("0 peringatan"))
    let far = try await office.do("jadwal", on: "2025-03-27")
    #expect(far.hasSuffix("24 Maret 2025; 2 hari kerja terlewat, periksa cron.\n"))
    let check = try await office.run("periksa pengingat", on: "2025-03-27")
    #expect(check.exitCode == 0)
    #expect(check.errorText.contains("2 hari kerja terlewat"))
  }

  // MARK: - Channels

  /// An office whose kasubbag is reached over one channel, named `uji`.
  private func office(channel: String) async throws -> Office {
    let office = try await Office.founded()
    let text = try office.text(of: "kantor.yaml").replacing(
      "pejabat: []",
      with: """
        pejabat:
          - jabatan: kasubbag-perencanaan-keuangan
            nama: Plt. Nama Karangan
            sejak: 2019-01-01
            kontak: { uji: kasubbag@contoh.invalid }
        pengingat:
          saluran:
            - \(channel)
        """)
    try office.write(text, to: "kantor.yaml")
    return office
  }

  /// A program in the workspace that does what a script says with its standard input.
  private func program(_ script: String, in office: Office) throws {
    try office.write("#!/bin/sh\n\(script)\n", to: "kirim.sh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(office.path)/kirim.sh")
  }

  @Test func `mail goes out through sendmail, and what fails is told and tried again`()
    async throws
  {
    let office = try await office(
      channel:
        "{ nama: uji, jenis: sendmail, dari: tenggat@contoh.invalid, perintah: [./kirim.sh] }")
    try program("cat > /dev/null; echo 'server sibuk' >&2; exit 75", in: office)
    let failed = try await office.run("ingatkan", on: "2026-02-26")
    #expect(failed.exitCode == 75)
    #expect(failed.errorText.contains("server sibuk"))
    // Others are told all the same, over the channel that is left to them.
    #expect(failed.outputText.contains("Kepada: Kasi Pemerintahan"))
    #expect(!failed.outputText.contains("Kepada: Plt. Nama Karangan"))
    try program("cat >> surat.txt", in: office)
    try await office.do("ingatkan", on: "2026-02-27")
    let mail = try office.text(of: "surat.txt")
    #expect(mail.contains("To: "))
    #expect(mail.contains("kasubbag@contoh.invalid"))
    #expect(mail.contains("Content-Type: text/plain; charset=utf-8"))
    #expect(mail.contains("LKIP 2025"))
    let history = try await office.do(
      "ingatkan riwayat --untuk kasubbag-perencanaan-keuangan", on: "2026-02-27")
    #expect(history.contains("gagal"))
    #expect(history.contains("terkirim"))
    #expect(try await office.do("ingatkan", on: "2026-02-27") == "")
    #expect(try office.text(of: "surat.txt") == mail)
  }

  @Test
  func `a message that was cut off between claim and answer comes again, marked, by its name`()
    async throws
  {
    let office = try await office(
      channel: "{ nama: uji, jenis: perintah, perintah: [./kirim.sh, '{id}'] }")
    try program("echo \"$1\" >> nama.txt; cat >> pesan.txt; sleep 30", in: office)
    let script = """
      '\(ProgramRun.builtProgram)' ingatkan --hari-ini 2026-02-26 >/dev/null 2>&1 &
      until [ -s pesan.txt ]; do sleep 0.05; done
      kill -9 $!
      """
    _ = try await ProgramRun.run("/bin/sh", ["-c", script], in: office.path)
    try program("echo \"$1\" >> nama.txt; cat >> pesan.txt", in: office)
    try await office.do("ingatkan", on: "2026-02-26")
    let names = try office.text(of: "nama.txt").split(separator: "\n")
    #expect(names.count == 2)
    #expect(Set(names).count == 1)
    let texts = try office.text(of: "pesan.txt")
    #expect(texts.components(separatedBy: "mungkin terkirim ulang").count == 2)
    #expect(try await office.do("ingatkan", on: "2026-02-26") == "")
  }

  @Test func `a message that kills its run keeps nobody else from theirs, and is told`()
    async throws
  {
    let office = try await office(
      channel: "{ nama: uji, jenis: perintah, perintah: [./kirim.sh] }")
    try program("cat >> pesan.txt; kill -9 $PPID", in: office)
    var printed = ""
    var told: [String] = []
    for _ in 0..<4 {
      let run = try await office.run("ingatkan", on: "2026-02-26")
      #expect(run.exitCode == 128 + 9)
      printed += run.outputText
      told.append(run.errorText)
    }
    #expect(printed.components(separatedBy: "Kepada: Kasi Pemerintahan").count == 2)
    #expect(!printed.contains("mungkin terkirim ulang"))
    let sentence =
      "uji untuk kasubbag-perencanaan-keuangan belum pasti terkirim 26 Februari 2026: terputus sebelum "
      + "dijawab"
    #expect(told[0].isEmpty)
    for text in told.dropFirst() { #expect(text.contains("tenggat: peringatan: \(sentence); ")) }
    #expect(try await office.do("jadwal", on: "2026-02-26").contains("Pengingat \(sentence); "))
    let check = try await office.run("periksa pengingat", on: "2026-02-26")
    #expect(check.exitCode == 0)
    #expect(check.errorText.contains(": peringatan: \(sentence); "))
    try program("cat >> pesan.txt", in: office)
    try await office.do("ingatkan", on: "2026-02-26")
    let texts = try office.text(of: "pesan.txt")
    #expect(texts.components(separatedBy: "Kepada: Plt. Nama Karangan").count == 6)
    #expect(texts.components(separatedBy: "(mungkin terkirim ulang)").count == 5)
    #expect(!(try await office.do("jadwal", on: "2026-02-26")).contains("terputus"))
  }

  @Test func `who stops reading what is printed keeps nobody else from theirs`() async throws {
    let office = try await office(
      channel: "{ nama: uji, jenis: perintah, perintah: [./kirim.sh] }")
    try program("cat >> pesan.txt", in: office)
    // It begins when the other end of its output is closed.
    let script = """
      set -o pipefail
      { until [ -e tutup ]; do sleep 0.02; done
        '\(ProgramRun.builtProgram)' ingatkan --hari-ini 2026-02-26; } |
        { exec 0<&-; touch tutup; }
      """
    let run = try await ProgramRun.run("/bin/bash", ["-c", script], in: office.path)
    #expect(run.exitCode == 75)
    #expect(run.errorText.contains("belum pasti terkirim 26 Februari 2026: keluaran tidak dapat"))
    #expect(try office.text(of: "pesan.txt").contains("Kepada: Plt. Nama Karangan"))
    #expect(
      try await office.do("ingatkan --ulangi", on: "2026-02-26").contains("mungkin terkirim ulang"))
  }

  @Test func `while a channel takes its time, others may use the outbox`() async throws {
    let office = try await office(
      channel: "{ nama: uji, jenis: perintah, perintah: [./kirim.sh], batas_detik: 600 }")
    // It ends once the other commands have.
    try program("touch mulai; until [ -e selesai ]; do sleep 0.05; done", in: office)
    let script = """
      tenggat() { '\(ProgramRun.builtProgram)' "$@" --hari-ini 2026-02-26; echo "kode $?"; }
      tenggat ingatkan >pertama 2>&1 & first=$!
      until [ -e mulai ]; do sleep 0.05; done
      tenggat ingatkan tunda LKIP 2025 --sampai 2026-02-28 --alasan x
      tenggat ingatkan >kedua
      tenggat jadwal
      touch selesai; wait $first
      cat pertama kedua
      tenggat ingatkan
      """
    let run = try await ProgramRun.run(
      "/bin/bash", ["-c", script], in: office.path,
      environment: ["TENGGAT_PETUGAS": "kasubbag"])
    let printed = run.outputText
    #expect(printed.components(separatedBy: "kode 0\n").count == 6, "\(printed)\(run.errorText)")
    #expect(!printed.contains("terputus"))
    #expect(printed.components(separatedBy: "Kepada: Kasi Pemerintahan").count == 2)
    #expect(!printed.contains("mungkin terkirim ulang"))
    #expect(printed.hasSuffix("kode 0\nkode 0\n"))
  }

  @Test func `a good run leaves its heartbeat, a failed one does not`() async throws {
    let office = try await office(
      channel: "{ nama: uji, jenis: perintah, perintah: [./kirim.sh] }")
    let settings = try office.text(of: "kantor.yaml").replacing(
      "  saluran:", with: "  detak: { berkas: pengingat/detak, url_berkas: tak-ada }\n  saluran:")
    try office.write(settings, to: "kantor.yaml")
    try program("exit 1", in: office)
    #expect(try await office.run("ingatkan", on: "2026-02-26").exitCode == 75)
    #expect(!office.folder.files.contains("kantor/pengingat/detak"))
    try program("cat > /dev/null", in: office)
    let run = try await office.run("ingatkan", on: "2026-02-27")
    #expect(run.exitCode == 0)
    #expect(try office.text(of: "pengingat/detak").hasPrefix("2026-02-27T"))
    // The address could not be asked for, which the run survives.
    #expect(run.errorText.contains("detak tidak terkirim"))
  }

  @Test func `of two runs at once one sends, and nothing goes out twice`() async throws {
    let office = try await Office.founded()
    async let first = office.run("ingatkan", on: "2026-02-26")
    async let second = office.run("ingatkan", on: "2026-02-26")
    let (one, two) = try await (first, second)
    #expect(one.exitCode == 0 && two.exitCode == 0)
    #expect(one.output.isEmpty != two.output.isEmpty)
  }
}
