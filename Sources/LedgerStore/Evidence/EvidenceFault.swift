public import SystemPackage

/// Why a file proves nothing, by its first bytes.
public enum EvidenceFault: Hashable, Sendable {
  /// It has no byte.
  case empty
  /// It is not what the ending of its name says.
  ///
  /// - Parameters:
  ///   - ending: The ending, in lower case.
  ///   - content: What it is.
  case foreignContent(ending: String, content: Content)

  /// What a file is, by its first bytes.
  ///
  /// Sources: ISO 32000-1 annex H.3.4.1 (PDF, within the first 1,024 bytes), ITU T.81 (JPEG), ISO 15948
  /// (PNG), PKWARE APPNOTE 4.3.7 (ZIP, which DOCX and XLSX are by ECMA-376), MS-CFB 2.2 (old Office files,
  /// and new ones with a password).
  public enum Content: Hashable, Sendable {
    case pdf, jpeg, png, zip, compoundFile, webPage, other
  }

  /// How many bytes from the first one are looked at.
  static let headLength = 1024

  /// Looks at a file; `nil` where nothing speaks against it.
  ///
  /// - Parameters:
  ///   - source: The file, whose ending is held against its bytes where it is `pdf`, `jpg`, `jpeg`, `png`,
  ///     `docx` or `xlsx`.
  ///   - head: Its first bytes, 1,024 where it has so many.
  public init?(of source: FilePath, head: [UInt8]) {
    if head.isEmpty {
      self = .empty
      return
    }
    let ending = source.lastComponent?.extension?.lowercased() ?? ""
    let expected: Content
    switch ending {
    case "pdf": expected = .pdf
    case "jpg", "jpeg": expected = .jpeg
    case "png": expected = .png
    case "docx", "xlsx": expected = .zip
    default: return nil
    }
    let content = EvidenceFault.content(head)
    guard content != expected else { return nil }
    self = .foreignContent(ending: ending, content: content)
  }

  /// What a file is, by its first bytes.
  static func content(_ head: [UInt8]) -> Content {
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compoundFile }
    if isWebPage(head) { return .webPage }
    let mark = Array("%PDF-".utf8)
    let isPDF = head.indices.contains { head[$0...].starts(with: mark) }
    return isPDF ? .pdf : .other
  }

  /// Whether the first thing behind a byte order mark and blanks is an HTML or XML tag of a page.
  private static func isWebPage(_ head: [UInt8]) -> Bool {
    var rest = head[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    let text = String(decoding: rest.drop { $0 <= 0x20 }.prefix(200), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<script", "<!--"].contains { text.hasPrefix($0) }
      || text.hasPrefix("<?xml") && text.contains("<html")
  }
}

/// A file that proves nothing and is not taken in.
public struct UnfitEvidence: Error, Hashable, Sendable {
  /// The file.
  public let path: FilePath
  /// Why.
  public let fault: EvidenceFault

  /// Says why a file is not taken in.
  public init(path: FilePath, fault: EvidenceFault) {
    self.path = path
    self.fault = fault
  }
}

/// The bytes of a file as they pass: what is needed to judge it.
struct EvidenceHead {
  private(set) var bytes: [UInt8] = []

  mutating func take(_ chunk: UnsafeRawBufferPointer) {
    let missing = EvidenceFault.headLength - bytes.count
    if missing > 0 { bytes += chunk.prefix(missing) }
  }
}
