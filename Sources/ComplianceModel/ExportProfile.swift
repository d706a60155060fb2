public import CivilCalendar

/// The layout in which a receiver wants our canonical document: `Exports/profil/NAMA/`.
///
/// What a document looks like is in the layout beside it, a stylesheet; here is what it is for, and how its
/// file is called.
public struct ExportProfile: Hashable, Sendable {
  /// A kind of document that the receiver wants.
  public enum Scope: String, CaseIterable, Sendable {
    /// Of a duty quarter.
    case quarter = "triwulan"
    /// Of a duty year.
    case year = "tahun"
  }

  /// What the layout makes.
  public enum Form: String, CaseIterable, Sendable {
    /// A well-formed document.
    case xml
    /// Lines: a table, a message.
    case text = "teks"
  }

  /// The bytes in which the result is written, by the name that the stylesheet gives them too.
  public enum Encoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case latin1 = "ISO-8859-1"
  }

  /// The kinds of file that are given out; none of them runs in a browser.
  public enum MediaType: String, CaseIterable, Sendable {
    case xml = "application/xml"
    case json = "application/json"
    case csv = "text/csv"
    case plain = "text/plain"
  }

  /// Who wants it.
  public enum Origin: Hashable, Sendable {
    /// Nobody: it shows what can be done.
    case sample
    /// An office, since a day; `letter` is what it wrote.
    case asked(by: String, on: CivilDate, letter: String?)
  }

  /// By which it is asked for: `kalsel`.
  public let name: String
  /// What the result is, for people.
  public let title: String
  /// Who wants it.
  public let origin: Origin
  /// The kinds of document that it takes.
  public let scopes: Set<Scope>
  /// What the layout makes.
  public let form: Form
  /// The bytes in which it is written.
  public let encoding: Encoding
  /// What a browser is told of the file.
  public let mediaType: MediaType
  /// How its file is called.
  public let fileName: ProfileFileName
  /// The file of the receiver's own schema, beside the layout; `nil` where there is none.
  public let schema: String?

  /// Creates a profile.
  public init(
    name: String, title: String, origin: Origin, scopes: Set<Scope>, form: Form,
    encoding: Encoding, mediaType: MediaType, fileName: ProfileFileName, schema: String?
  ) {
    self.name = name
    self.title = title
    self.origin = origin
    self.scopes = scopes
    self.form = form
    self.encoding = encoding
    self.mediaType = mediaType
    self.fileName = fileName
    self.schema = schema
  }

  /// Whether a text can be the name of a profile: small letters, digits and hyphens, a letter in front.
  public static func isName(_ text: some StringProtocol) -> Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard let first = text.utf8.first, text.utf8.count <= 40 else { return false }
    return isPlain && first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
  }
}
