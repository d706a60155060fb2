internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import Inspection
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

struct Periksa: ParsableCommand, WithExamples {
  static let configuration = CommandConfiguration(
    commandName: "periksa",
    abstract: "Memeriksa kalender, berkas kantor, rantai buku, bukti, dan ekspor.",
    discussion: """
      Galat membuat kode keluar 1; peringatan tidak. --daftar menyebut pemeriksaannya. Baris yang \
      dipotong dari ujung buku, dan buku yang ditulis ulang seluruhnya, tampak dari XML di ekspor/ \
      atau dengan --terhadap. Temuan yang satu sebab disebut sekali dengan jumlah dan tiga contoh; \
      --semua menampilkan setiap temuannya, --json selalu. Peringatan yang ditandai dengan \
      --tandai-dilihat selanjutnya dihitung saja; galat tidak dapat ditandai.
      """,
    aliases: ["check"])

  static let examples = [
    "periksa",
    "periksa buku --json",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Nama satu pemeriksaan; bawaan: semua.")
  var nama: String?
  @Flag(help: "Daftar pemeriksaan, satu sebaris.")
  var daftar = false
  @Flag(help: "Tampilkan setiap temuan, juga yang serupa dan yang sudah dilihat.")
  var semua = false
  @Option(
    help: ArgumentHelp(
      "Bandingkan dengan salinan ruang kerja (folder), atau dengan XML yang pernah diekspor.",
      valueName: "salinan"))
  var terhadap: String?
  @Flag(help: "Kembalikan buku yang rusak; setiap baris harus terbukti oleh rantainya.")
  var pulihkan = false
  @Flag(help: "Dengan --pulihkan: sisakan baris sebelum yang pertama tidak terbukti.")
  var sisihkan = false
  @Flag(help: "Dengan --pulihkan: sebut hasilnya tanpa menulis.")
  var coba = false

  @Flag(help: "Catat bahwa peringatan yang ada sudah dilihat dan dibiarkan.")
  var tandaiDilihat = false
  @Option(help: ArgumentHelp("Dengan --tandai-dilihat: siapa yang melihat.", valueName: "nama"))
  var petugas: String?

  private func requireSense() throws {
    try requireSenseOfMark()
    let others = (nama == nil ? 0 : 1) + (daftar ? 1 : 0) + (terhadap == nil ? 0 : 1)
    if pulihkan, others > 0 || output.json {
      throw OptionRefusal.apart(
        "--pulihkan", from: "yang lain", .run("tenggat periksa --pulihkan"))
    }
    if coba, sisihkan {
      throw OptionRefusal.apart(
        "--coba", from: "--sisihkan", .lookFirst("tenggat periksa --pulihkan --coba"))
    }
    if !pulihkan, sisihkan || coba {
      let option = sisihkan ? "--sisihkan" : "--coba"
      throw OptionRefusal.onlyBeside(
        option, "--pulihkan", .run("tenggat periksa --pulihkan \(option)"))
    }
    if terhadap != nil, others > 1 {
      throw OptionRefusal.apart(
        "--terhadap", from: "nama pemeriksaan atau --daftar", .separately)
    }
  }

  private func requireSenseOfMark() throws {
    if tandaiDilihat, daftar || pulihkan || terhadap != nil || output.json {
      throw OptionRefusal.onlyJoined(
        "--tandai-dilihat", "nama pemeriksaan dan --petugas",
        .run("tenggat periksa --tandai-dilihat"))
    }
    if petugas != nil, !tandaiDilihat {
      throw OptionRefusal.onlyBeside(
        "--petugas", "--tandai-dilihat",
        .run("tenggat periksa --tandai-dilihat --petugas NAMA"))
    }
  }

  func run() throws {
    try requireSense()
    var console = Console(color: global.warna, environment: Environment.value)
    if daftar {
      let width = Checks.all.map(\.name.count).max() ?? 0
      for check in Checks.all {
        let blanks = String(repeating: " ", count: width - check.name.count)
        console.line("\(check.name)\(blanks)  \(check.summary)")
      }
      return try console.flush()
    }
    let (folder, trust) = try Session.find(global.choices)
    if pulihkan || terhadap != nil {
      // Neither needs the settings to be sound, but both need the folder to be a workspace.
      guard try FileSystem.live.state(of: folder.appending(Workspace.officeFile)) != nil else {
        throw WorkspaceFailure.noWorkspace(folder)
      }
      guard let terhadap else {
        return try Recovery(folder: folder, isTrial: coba, isCutting: sisihkan).run(&console)
      }
      let other = FilePath(terhadap)
      return try Comparison(
        folder: folder, other: other, isJSON: output.json, showsAll: semua
      ).run(&console)
    }
    let today = try Session.today(global.choices)
    let site = try Site(
      folder, data: try Session.programData(), trusting: trust,
      environment: { Environment.value($0) }, programsBeside: Environment.executable
    ) { zone in
      OfficeClock(zone: zone, today: today, unixSeconds: Environment.unixSeconds).today
    }
    let recorder = tandaiDilihat ? try recorder(site) : nil
    let results = site.run(try checks())
    let report = InspectionReport(
      results, seen: site.seenRemarks(), showsAll: semua, isOneCheck: nama != nil)
    if output.json {
      console.raw(report.json.text())
    } else {
      var teller = FaultTeller(workspace: folder)
      report.tell(&console, with: &teller)
    }
    try console.flush()
    if let recorder {
      let count = try site.markSeen(results, by: recorder)
      console.line(
        count == 0
          ? "Tidak ada peringatan baru yang perlu ditandai."
          : "\(count.indonesian) peringatan ditandai sudah dilihat oleh \(recorder), "
            + "\(site.day.indonesian) (\(Workspace.seenFile)).", .good)
      try console.flush()
    }
    if report.faults > 0 { throw CommandFailure.found }
  }

  /// Who has seen the remarks.
  private func recorder(_ site: Site) throws -> String {
    try Environment.recorders.name(petugas, office: site.recorder)
  }

  private func checks() throws -> [any Check] {
    guard let nama else { return Checks.all }
    guard let check = Checks.named(nama) else {
      throw ArgumentRefusal.noCheck(
        nama, nearest: nearestMatch(to: nama, among: Checks.all.map(\.name)),
        listing: "tenggat periksa --daftar")
    }
    return [check]
  }

  /// Tells what a check found: what has one cause with its number and three examples.
  ///
  /// - Parameters:
  ///   - findings: What the check found.
  ///   - all: The command that tells each; `nil` where each is told.
  ///   - teller: Who tells them.
  static func tell(_ findings: [Finding], all: String?, with teller: inout FaultTeller) {
    guard let all else {
      for finding in findings { teller.tell(finding) }
      return
    }
    for group in FindingGroup.groups(of: findings) {
      guard group.isLarge else {
        for finding in group.findings { teller.tell(finding) }
        continue
      }
      let severity = group.severity == .fault ? "galat" : "peringatan"
      Console.message(
        "\(group.file): \(severity): \(group.sentence); tiga di antaranya di bawah ini, semuanya: \(all)"
      )
      for finding in group.findings.prefix(FindingGroup.exampleCount) {
        teller.tell(finding, inset: "  ")
      }
    }
  }

  /// The findings of a check for programs, each; those of one cause with the number of them.
  ///
  /// - Parameters:
  ///   - findings: What the check found.
  ///   - days: When each was marked as seen, where that is asked about.
  /// - Returns: An array of objects, in the order of the findings.
  static func json(_ findings: [Finding], seenOn days: [CivilDate?]? = nil) -> JSONValue {
    let groups = FindingGroup.groups(of: findings)
    // In the order of the check, not of the groups.
    var counts: [Finding: Int] = [:]
    for group in groups where group.isLarge {
      for finding in group.findings { counts[finding] = group.findings.count }
    }
    return .array(
      findings.enumerated().map { index, finding in
        var members = json(finding)
        if let count = counts[finding] { members["jumlah"] = .integer(count) }
        if let days {
          members["sudah_dilihat"] = days[index].map { .string($0.description) } ?? .null
        }
        return .object(members)
      })
  }

  private static func json(_ finding: Finding) -> [String: JSONValue] {
    [
      "kode": .string(finding.code),
      "tingkat": .string(finding.severity == .fault ? "galat" : "peringatan"),
      "berkas": .string(finding.place.file),
      "baris": .integer(finding.place.line),
      "kolom": .integer(finding.place.column),
      "apa": .string(finding.what),
      "perbaikan": .string(finding.remedy.spelled),
    ]
  }
}
