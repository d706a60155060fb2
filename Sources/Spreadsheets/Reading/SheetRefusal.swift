/// Why a file is not read as a workbook (`.xlsx`).
public struct SheetRefusal: Error, Hashable, Sendable {
  /// What kind of reason it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// It is neither a workbook nor any other file of an office program; a table saved under a wrong
    /// name, for one.
    case notPacked = "bukan-buku-kerja"
    /// It is locked with a password.
    case encrypted = "bersandi"
    /// It is a workbook of Excel before 2007 (`.xls`).
    case oldWorkbook = "xls"
    /// It is a sheet of LibreOffice or another office program (`.ods`).
    case openDocument = "ods"
    /// It is a binary workbook of Excel (`.xlsb`).
    case binaryWorkbook = "xlsb"
    /// It is an archive without a workbook in it, or a document of another program.
    case otherArchive = "arsip-lain"
    /// The archive, or a part of it, is damaged or cut off.
    case damaged = "rusak"
    /// A part of it is no well-formed XML, or not what it should be.
    case badXML = "xml"
    /// A part of it brings a DTD, the way by which a small file grows large or reads another.
    case hasDTD = "dtd"
    /// A part of it is not UTF-8.
    case encoding = "bukan-utf8"
    /// An entry of the archive has a name that leads out of it.
    case entryPath = "jalur"
    /// It is larger than is read, packed or unpacked.
    case tooLarge = "terlalu-besar"
    /// A part of it grows without measure when it is unpacked.
    case bomb = "bom"
    /// Reading it took more time or memory than is given to it.
    case tooHeavy = "terlalu-berat"
  }

  /// What kind of reason it is.
  public let kind: Kind
  /// The part of the archive where it was found; empty where the whole file is meant.
  public let part: String
  /// The line in that part, from 1; 0 where there is none.
  public let line: Int
  /// What was found there, by the number of the library or as it stands in the file; may be empty.
  public let detail: String

  /// Creates a refusal.
  public init(_ kind: Kind, part: String = "", line: Int = 0, detail: String = "") {
    self.kind = kind
    self.part = part
    self.line = line
    self.detail = detail
  }
}
