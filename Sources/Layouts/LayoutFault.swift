/// What is wrong with a layout, with its receiver's schema, or with what came out.
public struct LayoutFault: Hashable, Sendable {
  /// Where it is.
  public enum Part: String, CaseIterable, Sendable {
    /// In the stylesheet.
    case layout
    /// In the receiver's schema.
    case schema = "skema"
    /// In the document that was handed over.
    case document = "dokumen"
    /// In the result.
    case result = "hasil"
  }

  /// What it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// There is a DOCTYPE.
    case doctype
    /// The file is not written in UTF-8.
    case notUTF8 = "bukan-utf8"
    /// Another file is brought in.
    case include = "sertakan"
    /// An element that is none of XSLT 1.0 is used as if it were.
    case extended = "perluasan"
    /// The stylesheet wants to read or write, a file or the network.
    case forbidden = "terlarang"
    /// Templates that call each other without end.
    case endless = "tanpa-akhir"
    /// The stylesheet stopped with a message of its own, which is the detail.
    case message = "pesan"
    /// The result is of another form than the profile's; the detail is that of the stylesheet.
    case otherForm = "bentuk-lain"
    /// The result is written in other bytes than the profile's; the detail is what they are.
    case otherEncoding = "penyandian-lain"
    /// A character has no place in the encoding; the detail is its number.
    case unwritable = "karakter"
    /// Nothing came out.
    case empty = "kosong"
    /// More came out than a file may have.
    case tooLarge = "terlalu-besar"
    /// It took more time or memory than it has.
    case tooHeavy = "terlalu-berat"
    /// What a library says, in its own words (English): the detail, with its number.
    case library = "pustaka"
  }

  /// Where it is.
  public let part: Part
  /// The line, from 1; 0 where it is not known.
  public let line: Int
  /// The column, from 1; 0 where it is not known.
  public let column: Int
  /// What it is.
  public let kind: Kind
  /// The number that a library gives to what it says; 0 where it has none.
  public let code: Int
  /// What belongs to that.
  public let detail: String

  /// Creates a fault.
  public init(
    _ kind: Kind, in part: Part, line: Int = 0, column: Int = 0, code: Int = 0, detail: String = ""
  ) {
    self.part = part
    self.line = line
    self.column = column
    self.kind = kind
    self.code = code
    self.detail = detail
  }
}
