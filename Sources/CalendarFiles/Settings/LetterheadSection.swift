internal import ComplianceModel

extension YAMLReader {
  private static let letterheadKeys = [
    "pemerintah", "kantor", "alamat", "telepon", "kode_pos", "surel", "tempat", "logo",
  ]

  /// The head of letters, `kop` in an office's file; every key may be missing.
  mutating func letterhead(_ node: Node?) -> Letterhead {
    guard let node, let fields = fields(node, keys: YAMLReader.letterheadKeys) else {
      return Letterhead()
    }
    let postcode = value(fields["kode_pos"], orReport: { .notAPostcode($0) }) { text in
      text.utf8.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
    }
    return Letterhead(
      government: text(fields["pemerintah"]), office: text(fields["kantor"]),
      address: text(fields["alamat"]), telephone: text(fields["telepon"]), postcode: postcode,
      email: text(fields["surel"]), place: text(fields["tempat"]), logo: logo(fields["logo"]))
  }

  /// A file of the workspace: what lies elsewhere would be missing in every copy of it.
  private mutating func logo(_ node: Node?) -> String? {
    let path = value(node, orReport: { .notInWorkspace($0) }) { text in
      text.hasPrefix("/") || text.split(separator: "/").contains("..") ? nil : text
    }
    if let node, let path { note(.logo(path), at: node) }
    return path
  }
}
