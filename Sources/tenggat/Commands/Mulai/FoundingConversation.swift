internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import SystemPackage
internal import Wording
internal import Workspace

/// Asks a person for what the arguments of `mulai` leave open.
struct FoundingConversation {
  private var conversation: Conversation
  private var plan: FoundingPlan
  private let data: ProgramData

  /// Begins with what was told already.
  init(_ plan: FoundingPlan, _ console: Console, _ data: ProgramData) {
    conversation = Conversation(console)
    self.plan = plan
    self.data = data
  }

  /// Asks everything.
  ///
  /// - Returns: The plan with the answers; `nil` where the person decides against it.
  /// - Throws: A ``CommandFailure`` where the answers end, or where what was told already cannot be.
  mutating func complete() throws -> FoundingPlan? {
    try conversation.say(
      "Enter mengambil jawaban dalam kurung siku; Ctrl-C berhenti tanpa membuat apa-apa.")
    let founding = try askForRegion()
    let kecamatan = founding.kecamatan
    try conversation.say(
      founding.offices.count == 1
        ? "  "
          + ([kecamatan.displayName(of: kecamatan.code), kecamatan.regency?.name].compactMap(\.self)
          + ["\(kecamatan.villages.count.indonesian) desa", "zona \(founding.zone.rawValue)"])
          .joined(separator: ", ")
        : "  \(founding.offices.count.indonesian) kecamatan")
    try askForFolder(founding)
    try askForCalendar(founding)
    try askForWeek()
    try askForStart()
    if founding.offices.count == 1 { try askForOfficers() }
    let folder = plan.folder ?? ""
    return try conversation.confirm("Buat ruang kerja di \(folder)?") ? plan : nil
  }

  /// The kecamatan, from the table that is named, if one is.
  private mutating func askForRegion() throws -> WorkspaceFounding {
    if let told = plan.region {
      let founding = try founding(told)
      plan.region = written(founding, told)
      return founding
    }
    if plan.regionTable == nil {
      let known = try WorkspaceFounding.kecamatan(in: nil, data: data)
      try conversation.say(
        "Kecamatan yang tersedia: "
          + known.map { "\($0.code) \($0.unit.name)" }.joined(separator: ", "))
      let data = data
      plan.regionTable = try conversation.ask(
        "Tabel wilayah kode,nama untuk kecamatan lain (kosong: pilih dari yang tersedia)"
      ) { answer in
        guard let table = answer.nonEmpty else { return nil }
        _ = try WorkspaceFounding.kecamatan(in: FilePath(table), data: data)
        return table
      }
    }
    let (table, data) = (plan.regionTable.map { FilePath($0) }, data)
    let (told, founding) = try conversation.ask("Kecamatan, kode atau namanya") { answer in
      guard !answer.isEmpty else {
        throw CommandFailure.usage("kecamatannya belum ditulis", fix: "tulis kode atau namanya")
      }
      return (answer, try WorkspaceFounding(answer, data: data, regionTable: table))
    }
    plan.region = written(founding, told)
    return founding
  }

  private func founding(_ region: String) throws -> WorkspaceFounding {
    try WorkspaceFounding(
      region, data: data, regionTable: plan.regionTable.map { FilePath($0) },
      calendar: plan.calendar)
  }

  /// What names the same without a doubt: a name may be another one's in a later table.
  private func written(_ founding: WorkspaceFounding, _ told: String) -> String {
    founding.offices.count == 1 ? founding.kecamatan.code.description : told
  }

  private mutating func askForFolder(_ founding: WorkspaceFounding) throws {
    if let folder = plan.folder { return try founding.requireGroundOfItsOwn(in: FilePath(folder)) }
    plan.folder = try conversation.ask(
      "Folder ruang kerja (. untuk folder ini)", usual: Self.folderName(for: founding)
    ) { answer in
      try founding.requireGroundOfItsOwn(in: FilePath(answer))
      return answer
    }
  }

  /// A name that is typed easily: letters, digits and hyphens.
  private static func folderName(for founding: WorkspaceFounding) -> String {
    guard founding.offices.count == 1 else { return "ruang-kerja" }
    let name = founding.kecamatan.unit.name.lowercased()
    let words = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return words.isEmpty ? "ruang-kerja" : words.joined(separator: "-")
  }

  private mutating func askForCalendar(_ founding: WorkspaceFounding) throws {
    let choices = founding.calendarChoices
    guard plan.calendar == nil, choices.count > 1, let usual = choices.first else { return }
    try conversation.say(
      "Tanggal lokal: kalender kabupaten yang sudah ada, "
        + "atau \(WorkspaceFounding.typicalCalendar), tanggal lazim yang Anda ganti sendiri.")
    plan.calendar = try conversation.ask(
      "Kalender (\(choices.joined(separator: ", ")))", usual: usual
    ) { try WorkspaceFounding.calendar($0, among: choices) }
  }

  private mutating func askForWeek() throws {
    guard plan.week == nil else { return }
    plan.week = try conversation.ask(
      "Hari kerja seminggu, 5 (Senin-Jumat) atau 6 (Senin-Sabtu)", usual: "5"
    ) { answer in
      guard let week = WeekLength(rawValue: answer) else {
        throw CommandFailure.usage("'\(answer)' tidak dapat dipakai", fix: "pilih 5 atau 6")
      }
      return week
    }
  }

  private mutating func askForStart() throws {
    guard plan.start == nil else { return }
    plan.start = try conversation.ask(
      "Dipantau sejak tanggal, triwulan, atau tahun, misalnya 2025-10-01, 2025-TW4 (kosong: sejak awal)"
    ) { answer in
      guard let answer = answer.nonEmpty else { return nil }
      guard let start = FirstWatchedDay(argument: answer) else {
        throw CommandFailure.usage(
          "'\(answer)' bukan tanggal, triwulan, atau tahun",
          fix: "tulis misalnya 2025-10-01, 2025-TW4, atau 2025")
      }
      return start
    }
  }

  private mutating func askForOfficers() throws {
    guard plan.officers.isEmpty else { return }
    let roles = "misalnya camat atau \(Words.role("kasi-pemerintahan"))"
    while true {
      let role = try conversation.ask("Pejabat: jabatannya, \(roles) (kosong: selesai)") {
        try $0.nonEmpty.map(OfficerText.role)
      }
      guard let role else { return }
      let title = Words.role(role)
      let name = try conversation.ask("  Nama \(title)", OfficerText.name)
      let since = try conversation.ask("  \(title) sejak tanggal", OfficerText.since)
      var next = plan
      next.officers.append(OfficerLine(role: role, name: name, since: since))
      do {
        // What the office's file would not take is asked for again at once.
        _ = try next.request().preview(data: data)
        plan = next
      } catch {
        for line in CommandFailure(error).sentences { try conversation.say("  \(line)") }
      }
    }
  }
}
