internal import ComplianceModel

/// A reason why the options of a command are not taken together, as data; the front says how each is spelled.
package enum OptionRefusal: Objecting {
  /// Options, or what stands for them, that exclude each other.
  case exclusive([String])
  /// An option that stands with nothing else, or not with some others.
  case apart(String, from: String, OptionRemedy)
  /// One of two that are not used together.
  case notBeside(String, String)
  /// An option that is said without another one that it needs.
  case without(String, String, OptionRemedy)
  /// An option that means something only beside another one.
  case onlyBeside(String, String, OptionRemedy)
  /// An option that means something only with another one.
  case onlyWith(String, String, OptionRemedy)
  /// An option that means something only for one thing.
  case onlyFor(String, OptionUse, OptionRemedy)
  /// An option that is joined only with others.
  case onlyJoined(String, String, OptionRemedy)
  /// Two options that are said together.
  case together(String, String, OptionRemedy)
  /// An option that needs a file to write.
  case needsFile(String, OptionRemedy)
  /// An option whose number is out of its bounds.
  case outOfBounds(String, String, OptionRemedy)
  /// An option that takes one value and is said again.
  case repeated(String)
  /// A reason that is given and says nothing.
  case blankReason(String)
  /// Options that a table does not use.
  case unused([String], table: String)

  package var objections: [Objection] {
    let (what, fix) = sentence
    return [Objection(.request, Remedy(what), fix: Remedy(fix))]
  }

  private var sentence: (what: String, fix: String) {
    switch self {
    case .exclusive(let things):
      ("\(things.joined(separator: " dan ")) tidak dapat bersama", "pilih satu")
    case .apart(let option, let others, let remedy):
      ("\(option) tidak digabung dengan \(others)", remedy.words)
    case .notBeside(let option, let other):
      ("\(option) tidak dipakai bersama \(other)", "hapus salah satunya")
    case .without(let option, let other, let remedy): ("\(option) tanpa \(other)", remedy.words)
    case .onlyBeside(let option, let other, let remedy):
      ("\(option) hanya bersama \(other)", remedy.words)
    case .onlyWith(let option, let other, let remedy):
      ("\(option) hanya dengan \(other)", remedy.words)
    case .onlyFor(let option, let use, let remedy):
      ("\(option) hanya untuk \(use.rawValue)", remedy.words)
    case .onlyJoined(let option, let others, let remedy):
      ("\(option) hanya digabung dengan \(others)", remedy.words)
    case .together(let option, let other, let remedy):
      ("\(option) dan \(other) disebut bersama", remedy.words)
    case .needsFile(let option, let remedy): ("\(option) perlu berkas tujuan", remedy.words)
    case .outOfBounds(let option, let bounds, let remedy):
      ("\(option) di luar \(bounds)", remedy.words)
    case .repeated(let option):
      (
        "pilihan \(option) disebut lebih dari sekali, padahal nilainya hanya satu",
        "sebut sekali saja"
      )
    case .blankReason(let option): ("\(option) kosong", "tulis sebabnya, atau hapus \(option)")
    case .unused(let options, let table):
      (
        "\(options.joined(separator: ", ")) tidak dipakai untuk tabel \(table)",
        "hapus pilihan itu"
      )
    }
  }
}

/// What an option is for.
package enum OptionUse: String, Sendable {
  case founding = "membuat ruang kerja, dan di sini sudah ada"
  case oneOffice = "satu kecamatan"
  case tables = "tabel"
  case oneDraft = "konsep satu surat"
  case indicators = "'jelaskan iku'"
}
