internal import ComplianceModel

/// The channels of an office file, `saluran` in `pengingat`.
extension YAMLReader {
  /// What each kind of channel has beside `nama` and `jenis`.
  private static let channelKeys: KeyValuePairs = [
    "keluaran": [],
    "sendmail": ["dari", "perintah"],
    "webhook": [
      "url", "url_berkas", "url_lingkungan", "kunci_berkas", "kunci_lingkungan", "kepala", "badan",
      "batas_detik", "layanan", "diterima_bila",
    ],
    "perintah": ["perintah", "batas_detik"],
    "berkas": ["folder"],
    "tautan-wa": [],
  ]

  mutating func channels(_ node: Node?) -> [ChannelSettings] {
    let keys = ["nama", "jenis"] + YAMLReader.channelKeys.flatMap(\.value)
    var names: Set<String> = []
    var channels: [ChannelSettings] = []
    if let node, node.items?.isEmpty ?? false { report(.emptyList, at: node) }
    for item in items(node) {
      guard let fields = fields(item, keys: keys) else { continue }
      let nameNode = required("nama", in: fields)
      let name = text(nameNode)
      let kind = kind(fields)
      guard let nameNode, let name else { continue }
      guard names.insert(name.lowercased()).inserted else {
        report(.repeatedChannel(name), at: nameNode)
        continue
      }
      note(.description(channel: name), at: nameNode)
      if let kind { channels.append(ChannelSettings(name: name, kind: kind)) }
    }
    return channels
  }

  private mutating func kind(_ fields: YAMLFields) -> ChannelSettings.Kind? {
    let kinds = YAMLReader.channelKeys.map(\.key)
    let kind = value(
      required("jenis", in: fields),
      orReport: { .notAChoice($0, kinds, nearest: nearestMatch(to: $0, among: kinds)) },
      { kinds.contains($0) ? $0 : nil })
    guard let kind, let own = YAMLReader.channelKeys.first(where: { $0.key == kind })?.value else {
      return nil
    }
    for key in Set(YAMLReader.channelKeys.flatMap(\.value)).subtracting(own).sorted() {
      if let node = fields[key] { report(.keyNotOfChannel(key, kind: kind), at: node) }
    }
    let seconds = integer(fields["batas_detik"], in: 1...600)
    switch kind {
    case "keluaran": return .standardOutput
    case "tautan-wa": return .whatsAppLink
    case "berkas":
      return text(required("folder", in: fields)).map { .drop(folder: $0) }
    case "sendmail":
      let command = fields["perintah"].flatMap { words($0) }
      return text(required("dari", in: fields)).map {
        .sendmail(command: command ?? ChannelSettings.defaultSendmail, from: $0)
      }
    case "perintah":
      return required("perintah", in: fields).flatMap { words($0) }.map {
        .command($0, timeoutSeconds: seconds ?? 60)
      }
    default: return webhook(fields, timeoutSeconds: seconds ?? 20)
    }
  }

  private mutating func webhook(
    _ fields: YAMLFields, timeoutSeconds: Int
  ) -> ChannelSettings.Kind? {
    var headers: [String: SecretSource] = [:]
    let pairs = fields["kepala"].map { mapping($0) } ?? []
    for (key, name, value) in pairs {
      if YAMLReader.isHeaderName(name) {
        headers[name] = header(value)
      } else {
        report(.noSuchHeader(name), at: key)
      }
    }
    let key = secret("kunci", fields)
    let template = text(fields["badan"])
    let service = name(fields["layanan"], as: Office.Mention.service)
    let accepted = acceptedAnswer(fields["diterima_bila"])
    guard let url = secret("url", fields) else {
      if ["url", "url_berkas", "url_lingkungan"].allSatisfy({ fields[$0] == nil }) {
        report(.missingKey("url_berkas"), at: fields.place)
      }
      return nil
    }
    return .webhook(
      url: url, key: key, headers: headers, template: template, timeoutSeconds: timeoutSeconds,
      service: service?.lowercased(), accepted: accepted)
  }

  /// The value of a header: written out, or where it lies.
  private mutating func header(_ node: Node) -> SecretSource? {
    guard node.pairs != nil else { return text(node).map { .plain($0) } }
    guard let fields = fields(node, keys: ["berkas", "lingkungan"]) else { return nil }
    requireOne(of: ["berkas", "lingkungan"], in: fields)
    if let file = text(fields["berkas"]) { return .file(file) }
    if let name = text(fields["lingkungan"]) { return .environment(name) }
    if fields["berkas"] == nil, fields["lingkungan"] == nil {
      report(.missingKey("berkas"), at: fields.place)
    }
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
  private mutating func words(_ node: Node) -> [String]? {
    let items = items(node)
    if items.isEmpty, node.items != nil { report(.emptyList, at: node) }
    let words = items.compactMap { text($0) }
    return words.isEmpty ? nil : words
  }

  /// A value that may be secret: in a file, in the environment, or, for an address, written out.
  mutating func secret(_ key: String, _ fields: YAMLFields) -> SecretSource? {
    requireOne(of: ["\(key)_berkas", "\(key)_lingkungan", key], in: fields)
    if let file = text(fields["\(key)_berkas"]) { return .file(file) }
    if let name = text(fields["\(key)_lingkungan"]) { return .environment(name) }
    return text(fields[key]).map { .plain($0) }
  }

  /// Reports keys that say the same in several ways, of which only one would be read.
  private mutating func requireOne(of keys: [String], in fields: YAMLFields) {
    let given = keys.filter { fields[$0] != nil }
    for key in given.dropFirst() {
      if let node = fields[key] { report(.oneOfKeys(given[0], key), at: node) }
    }
  }
}
