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
    let channels = ReminderSection.channels(fields["saluran"], &reader)
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
      isWeekly: reader.flag(fields["ringkasan_mingguan"]) ?? false,
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
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
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

  // MARK: - Channels

  /// What each kind of channel has beside `nama` and `jenis`.
  private static let channelKeys: KeyValuePairs = [
    "keluaran": [],
    "sendmail": ["dari", "perintah"],
    "webhook": [
      "url", "url_berkas", "url_lingkungan", "kunci_berkas", "kunci_lingkungan", "kepala", "badan",
      "batas_detik",
    ],
    "perintah": ["perintah", "batas_detik"],
    "berkas": ["folder"],
    "tautan-wa": [],
  ]

  private static func channels(
    _ node: Node?, _ reader: inout YAMLReader
  ) -> [ChannelSettings] {
    let keys = ["nama", "jenis"] + channelKeys.flatMap(\.value)
    var names: Set<String> = []
    return reader.items(node).compactMap { item in
      guard let fields = reader.fields(item, keys: keys) else { return nil }
      let nameNode = reader.required("nama", in: fields)
      let name = reader.text(nameNode)
      let kind = kind(fields, &reader)
      guard let nameNode, let name else { return nil }
      guard names.insert(name.lowercased()).inserted else {
        reader.report(.repeatedChannel(name), at: nameNode)
        return nil
      }
      reader.note(.description(channel: name), at: nameNode)
      return kind.map { ChannelSettings(name: name, kind: $0) }
    }
  }

  private static func kind(
    _ fields: YAMLFields, _ reader: inout YAMLReader
  ) -> ChannelSettings.Kind? {
    let kinds = channelKeys.map(\.key)
    let kind = reader.value(
      reader.required("jenis", in: fields),
      orReport: { .notAChoice($0, kinds, nearest: nearestMatch(to: $0, among: kinds)) },
      { kinds.contains($0) ? $0 : nil })
    guard let kind, let own = channelKeys.first(where: { $0.key == kind })?.value else {
      return nil
    }
    for key in Set(channelKeys.flatMap(\.value)).subtracting(own).sorted() {
      if let node = fields[key] { reader.report(.keyNotOfChannel(key, kind: kind), at: node) }
    }
    let seconds = reader.integer(fields["batas_detik"], in: 1...600)
    switch kind {
    case "keluaran": return .standardOutput
    case "tautan-wa": return .whatsAppLink
    case "berkas":
      return reader.text(reader.required("folder", in: fields)).map { .drop(folder: $0) }
    case "sendmail":
      let command = fields["perintah"].flatMap { words($0, &reader) }
      return reader.text(reader.required("dari", in: fields)).map {
        .sendmail(command: command ?? ChannelSettings.defaultSendmail, from: $0)
      }
    case "perintah":
      return reader.required("perintah", in: fields).flatMap { words($0, &reader) }.map {
        .command($0, timeoutSeconds: seconds ?? 60)
      }
    default: return webhook(fields, timeoutSeconds: seconds ?? 20, &reader)
    }
  }

  private static func webhook(
    _ fields: YAMLFields, timeoutSeconds: Int, _ reader: inout YAMLReader
  ) -> ChannelSettings.Kind? {
    var headers: [String: SecretSource] = [:]
    let pairs = fields["kepala"].map { reader.mapping($0) } ?? []
    for (key, name, value) in pairs {
      if isHeaderName(name) {
        headers[name] = header(value, &reader)
      } else {
        reader.report(.noSuchHeader(name), at: key)
      }
    }
    let key = secret("kunci", fields, &reader)
    let template = reader.text(fields["badan"])
    guard let url = secret("url", fields, &reader) else {
      reader.report(.missingKey("url_berkas"), at: fields.place)
      return nil
    }
    return .webhook(
      url: url, key: key, headers: headers, template: template, timeoutSeconds: timeoutSeconds)
  }

  /// The value of a header: written out, or where it lies.
  private static func header(_ node: Node, _ reader: inout YAMLReader) -> SecretSource? {
    guard node.pairs != nil else { return reader.text(node).map { .plain($0) } }
    guard let fields = reader.fields(node, keys: ["berkas", "lingkungan"]) else { return nil }
    if let file = reader.text(fields["berkas"]) { return .file(file) }
    if let name = reader.text(fields["lingkungan"]) { return .environment(name) }
    reader.report(.missingKey("berkas"), at: fields.place)
    return nil
  }

  /// Whether a name can be that of a header which the office may set.
  ///
  /// Source: RFC 9110 5.6.2, token; 8.6 and RFC 9112 3.2, 6.1 on those that belong to the connection.
  private static func isHeaderName(_ name: String) -> Bool {
    let signs = "!#$%&'*+-.^_`|~".utf8
    let own = ["content-length", "content-type", "host", "transfer-encoding", "connection"]
    return !name.isEmpty && !own.contains(name.lowercased())
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: signs.contains(byte)
        }
      }
  }

  /// The words of a command; a fault where there are none.
  private static func words(_ node: Node, _ reader: inout YAMLReader) -> [String]? {
    let items = reader.items(node)
    if items.isEmpty, node.items != nil { reader.report(.emptyList, at: node) }
    let words = items.compactMap { reader.text($0) }
    return words.isEmpty ? nil : words
  }

  /// A value that may be secret: in a file, in the environment, or, for an address, written out.
  private static func secret(
    _ key: String, _ fields: YAMLFields, _ reader: inout YAMLReader
  ) -> SecretSource? {
    if let file = reader.text(fields["\(key)_berkas"]) { return .file(file) }
    if let name = reader.text(fields["\(key)_lingkungan"]) { return .environment(name) }
    return reader.text(fields[key]).map { .plain($0) }
  }

  private static func heartbeat(
    _ node: Node, _ reader: inout YAMLReader
  ) -> (file: String?, url: SecretSource?)? {
    reader.fields(node, keys: ["berkas", "url", "url_berkas", "url_lingkungan"]).map { fields in
      (reader.text(fields["berkas"]), secret("url", fields, &reader))
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

  /// A role, in small letters as everywhere.
  mutating func role(_ node: Node?) -> String? {
    name(node) { Office.Mention.role($0.lowercased()) }?.lowercased()
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
