public import ComplianceModel

/// How known services answer a webhook, from `Calendars/saluran/layanan.yaml`.
public enum ServiceFile {
  /// Reads a file.
  ///
  /// - Parameter text: The text of the file.
  /// - Returns: The services, and every fault found; they cannot be relied on where there is one.
  public static func read(_ text: YAMLText) -> (services: [WebhookService], findings: [Finding]) {
    var reader = YAMLReader(file: text.file)
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, keys: ["diperiksa", "layanan"])
    else { return ([], reader.findings) }
    _ = reader.date(reader.required("diperiksa", in: fields))
    let services = reader.items(reader.required("layanan", in: fields)).compactMap {
      service($0, &reader)
    }
    return (services, reader.findings)
  }

  private static let keys = [
    "nama", "diterima_bila", "penolakan", "sumber", "rujukan", "keyakinan",
  ]

  private static func service(_ node: Node, _ reader: inout YAMLReader) -> WebhookService? {
    guard let fields = reader.fields(node, keys: keys) else { return nil }
    let name = reader.text(reader.required("nama", in: fields))
    let accepted = reader.acceptedAnswer(reader.required("diterima_bila", in: fields))
    _ = reader.source(fields)
    _ = reader.confidence(fields)
    let refusals = reader.items(fields["penolakan"]).compactMap { refusal($0, &reader) }
    guard let name, let accepted else { return nil }
    return WebhookService(name: name.lowercased(), accepted: accepted, refusals: refusals)
  }

  private static func refusal(
    _ node: Node, _ reader: inout YAMLReader
  ) -> WebhookService.Refusal? {
    guard
      let fields = reader.fields(node, keys: ["bila", "alasan_memuat", "saran", "coba_lagi"])
    else { return nil }
    let conditions = fields["bila"].map { reader.answerConditions($0) } ?? []
    let reason = reader.text(fields["alasan_memuat"])
    if fields["bila"] == nil, fields["alasan_memuat"] == nil {
      reader.report(.missingKey("alasan_memuat"), at: fields.place)
    }
    return WebhookService.Refusal(
      conditions: conditions, reason: reason, advice: reader.text(fields["saran"]),
      isPassing: reader.flag(fields["coba_lagi"]) ?? false)
  }
}
