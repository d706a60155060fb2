public import ComplianceModel

/// What a layout is for, from its `profil.yaml`.
public enum ProfileFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - name: The name of the folder that it lies in, which the profile must bear: `kalsel`.
  /// - Returns: The profile, `nil` where it cannot be relied on, and every fault found.
  public static func read(
    _ text: YAMLText, name: String
  ) -> (profile: ExportProfile?, findings: [Finding]) {
    var reader = YAMLReader(file: text.file)
    let profile = profile(in: text, name: name, &reader)
    return (reader.findings.isEmpty ? profile : nil, reader.findings)
  }

  private static let keys = [
    "profil", "judul", "contoh", "diminta", "dokumen", "keluaran", "penyandian", "jenis_media",
    "nama_berkas", "skema",
  ]

  private static func profile(
    in text: YAMLText, name: String, _ reader: inout YAMLReader
  ) -> ExportProfile? {
    guard let root = reader.root(of: text), let fields = reader.fields(root, keys: keys) else {
      return nil
    }
    let node = reader.required("profil", in: fields)
    let stated = reader.value(node, orReport: { .notAProfileName($0) }) {
      ExportProfile.isName($0) ? $0 : nil
    }
    if let node, let stated, stated != name {
      reader.report(.notNameOfFolder(stated, folder: name), at: node)
    }
    let title = reader.text(reader.required("judul", in: fields))
    let origin = reader.profileOrigin(fields)
    let scopes = scopes(reader.required("dokumen", in: fields), &reader)
    let form = reader.choice(
      reader.required("keluaran", in: fields), of: ExportProfile.Form.self)
    let encoding = reader.choice(fields["penyandian"], of: ExportProfile.Encoding.self)
    let mediaType = reader.choice(fields["jenis_media"], of: ExportProfile.MediaType.self)
    let fileName = reader.value(
      reader.required("nama_berkas", in: fields), orReport: { .notAFilePattern($0) },
      ProfileFileName.init)
    let schema = reader.value(fields["skema"], orReport: { .notASchemaFile($0) }) { text in
      text.hasSuffix(".xsd") && ExportProfile.isName(text.dropLast(4)) ? text : nil
    }
    if form == .text, let node = fields["skema"] { reader.report(.schemaOfText, at: node) }
    guard let title, let origin, let form, let fileName else { return nil }
    return ExportProfile(
      name: name, title: title, origin: origin, scopes: Set(scopes), form: form,
      encoding: encoding ?? .utf8, mediaType: mediaType ?? (form == .xml ? .xml : .plain),
      fileName: fileName, schema: schema)
  }

  private static func scopes(
    _ list: Node?, _ reader: inout YAMLReader
  ) -> [ExportProfile.Scope] {
    guard let list else { return [] }
    let items = reader.items(list)
    if list.items != nil, items.isEmpty { reader.report(.emptyList, at: list) }
    return items.compactMap { reader.choice($0, of: ExportProfile.Scope.self) }
  }
}

extension YAMLReader {
  /// Who wants a profile: `contoh: ya`, or `diminta` with an office and a day.
  fileprivate mutating func profileOrigin(_ fields: YAMLFields) -> ExportProfile.Origin? {
    let isSample = flag(fields["contoh"])
    guard let node = fields["diminta"] else {
      if isSample == true { return .sample }
      report(.missingKey("diminta"), at: fields.place)
      return nil
    }
    if isSample == true { report(.oneOfKeys("contoh", "diminta"), at: node) }
    guard let asked = self.fields(node, keys: ["oleh", "tanggal", "surat"]) else { return nil }
    let office = text(required("oleh", in: asked))
    let day = date(required("tanggal", in: asked))
    let letter = text(asked["surat"])
    guard let office, let day else { return nil }
    return .asked(by: office, on: day, letter: letter)
  }
}
