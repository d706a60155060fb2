/// A line of a file that changes.
public struct ChangedLine: Hashable, Sendable {
  /// Its number, from 1: of a removed line in the old text, of an added one in the new text.
  public let number: Int
  /// Whether it is added; removed where it is not.
  public let isAdded: Bool
  /// The text.
  public let text: String

  /// The lines that change from one text to another, as they are read from the top.
  static func lines(from old: [UInt8], to new: [UInt8]) -> [ChangedLine] {
    lines(new).difference(from: lines(old)).map { change in
      switch change {
      case .remove(let offset, let text, _):
        ChangedLine(number: offset + 1, isAdded: false, text: text)
      case .insert(let offset, let text, _):
        ChangedLine(number: offset + 1, isAdded: true, text: text)
      }
    }.sorted { ($0.number, $0.isAdded ? 1 : 0) < ($1.number, $1.isAdded ? 1 : 0) }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
}
