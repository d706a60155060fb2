internal import ComplianceModel

/// The settings of reminders, `pengingat` in an office file.
struct ReminderSection {
  /// Days before a due date from which a report is `segera`; `nil` where the section is silent.
  let leadDays: Int?
  /// The settings.
  let settings: ReminderSettings

  private static let keys = [
    "segera_hari", "tahap", "hitungan", "laporan", "hari_tenang", "jam_tenang", "eskalasi",
    "ringkasan_mingguan", "penjaga", "paling_banyak_sekali", "detak", "saluran", "kontak_desa",
    "teguran",
  ]

  /// Reads a section; as usual where it is missing.
  init(_ node: Node?, _ reader: inout YAMLReader) {
    guard let node, let fields = reader.fields(node, keys: ReminderSection.keys) else {
      leadDays = nil
      settings = ReminderSettings()
      return
    }
    leadDays = reader.integer(fields["segera_hari"], in: 0...366)
    let heartbeat = fields["detak"].flatMap { ReminderSection.heartbeat($0, &reader) }
    let channels = reader.channels(fields["saluran"])
    settings = ReminderSettings(
      stages: fields["tahap"].map { ReminderSection.usualStages($0, &reader) }
        ?? ReminderSettings.usualStages,
      stagesByReport: ReminderSection.stagesByReport(fields["laporan"], &reader),
      countsWorkingDays: reader.choice(fields["hitungan"], ["kalender": false, "kerja": true])
        ?? false,
      isQuietOnDaysOff: reader.choice(
        fields["hari_tenang"], ["libur": true, "tidak-ada": false]) ?? true,
      quietHours: ReminderSection.quietHours(fields["jam_tenang"], &reader),
      escalations: fields["eskalasi"].map { ReminderSection.escalations($0, &reader) }
        ?? ReminderSettings.usualEscalations,
      isWeekly: reader.flag(fields["ringkasan_mingguan"]) ?? true,
      caretaker: reader.role(fields["penjaga"]),
      isAtMostOnce: reader.flag(fields["paling_banyak_sekali"]) ?? false,
      channels: channels.isEmpty ? [.terminal] : channels, heartbeatFile: heartbeat?.file,
      heartbeatURL: heartbeat?.url,
      villageContacts: ReminderSection.villageContacts(fields["kontak_desa"], &reader),
      warningSteps: fields["teguran"].map { list in
        reader.items(list).compactMap { reader.text($0) }
      } ?? ReminderSettings.usualWarningSteps)
  }

  // MARK: - Stages

  /// The stages of all reports that have none of their own: without any nobody would be reminded.
  private static func usualStages(_ node: Node, _ reader: inout YAMLReader) -> [Int] {
    if node.items?.isEmpty ?? false { reader.report(.emptyList, at: node) }
    return stages(node, &reader)
  }

  private static func stages(_ node: Node, _ reader: inout YAMLReader) -> [Int] {
    reader.items(node).compactMap { stage($0, &reader) }
  }

  private static func stage(_ node: Node?, _ reader: inout YAMLReader) -> Int? {
    reader.value(node, orReport: { .noSuchStage($0) }) { ReminderSettings.stage($0) }
  }

  private static func stagesByReport(
    _ node: Node?, _ reader: inout YAMLReader
  ) -> [String: [Int]] {
    guard let node else { return [:] }
    var stages: [String: [Int]] = [:]
    for (key, name, value) in reader.mapping(node) {
      reader.note(.report(name), at: key)
      if stages.keys.contains(where: { $0.lowercased() == name.lowercased() }) {
        reader.report(.repeatedReport(name), at: key)
      }
      stages[name] = self.stages(value, &reader)
    }
    return stages
  }

  private static func escalations(
    _ node: Node, _ reader: inout YAMLReader
  ) -> [ReminderSettings.Escalation] {
    reader.items(node).compactMap { item in
      guard let fields = reader.fields(item, keys: ["jabatan", "mulai"]) else { return nil }
      let role = reader.role(reader.required("jabatan", in: fields))
      let from = stage(reader.required("mulai", in: fields), &reader)
      guard let role, let from else { return nil }
      guard from > 0 else {
        reader.report(.escalationBeforeDue, at: item)
        return nil
      }
      return ReminderSettings.Escalation(role: role, from: from)
    }
  }

  /// Reads hours of the day, `20.00-06.00`.
  private static func quietHours(
    _ node: Node?, _ reader: inout YAMLReader
  ) -> ReminderSettings.QuietHours? {
    reader.value(node, orReport: { .noSuchHours($0) }) { text in
      let times = text.split(separator: "-").map { time -> Int? in
        let parts = time.split(whereSeparator: { $0 == "." || $0 == ":" })
        guard parts.count == 2,
          time.allSatisfy({ $0.isASCII && ($0.isNumber || ".:".contains($0)) }),
          let hour = Int(parts[0]), let minute = Int(parts[1]),
          (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
      }
      guard times.count == 2, let from = times[0], let to = times[1], from != to else {
        return nil
      }
      return ReminderSettings.QuietHours(from: from, to: to)
    }
  }

  private static func heartbeat(
    _ node: Node, _ reader: inout YAMLReader
  ) -> (file: String?, url: SecretSource?)? {
    let keys = ["berkas", "url", "url_berkas", "url_lingkungan"]
    return reader.fields(node, keys: keys).map { fields in
      if keys.allSatisfy({ fields[$0] == nil }) {
        reader.report(.missingKey("berkas"), at: fields.place)
      }
      if let file = fields["berkas"] { reader.note(.heartbeatFile, at: file) }
      return (reader.text(fields["berkas"]), reader.secret("url", fields))
    }
  }

  // MARK: - Desa

  private static func villageContacts(
    _ node: Node?, _ reader: inout YAMLReader
  ) -> [RegionCode: [String: String]] {
    guard let node else { return [:] }
    var contacts: [RegionCode: [String: String]] = [:]
    guard let pairs = node.pairs else {
      reader.report(.notAMapping, at: node)
      return [:]
    }
    for (key, value) in pairs {
      guard let unit = reader.region(key) else { continue }
      reader.note(.village(unit), at: key)
      if contacts[unit] != nil { reader.report(.repeatedUnit(unit.description), at: key) }
      contacts[unit] = reader.contacts(value, of: unit.description)
    }
    return contacts
  }
}

extension YAMLReader {
  /// The keys, as nodes and as texts, and the values of a mapping whose keys are free.
  mutating func mapping(_ node: Node) -> [(key: Node, name: String, value: Node)] {
    guard let pairs = node.pairs else {
      report(.notAMapping, at: node)
      return []
    }
    return pairs.compactMap { key, value in key.string.map { (key, $0, value) } }
  }

  /// A role, under the code that it has everywhere.
  mutating func role(_ node: Node?) -> String? {
    name(node) { Office.Mention.role(Office.canonical($0)) }.map(Office.canonical)
  }

  /// The addresses of somebody, by channel.
  mutating func contacts(_ node: Node, of person: String) -> [String: String] {
    var contacts: [String: String] = [:]
    for (key, channel, value) in mapping(node) {
      note(.channel(channel), at: key)
      note(.address(of: person, channel: channel), at: value)
      contacts[channel] = text(value)
    }
    return contacts
  }
}
