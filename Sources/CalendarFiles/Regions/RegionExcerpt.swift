public import ComplianceModel

/// The rows of a table of regions that a question about some units needs: theirs, and those of the regions around
/// them.
///
/// To read the 91,000 rows of the country costs forty times what a question about one kecamatan does (1,380 million
/// instructions beside 30); to pass over those of others, a fraction of it.
public struct RegionExcerpt: Sendable {
  /// The text of the rows, with that of the heading.
  public let bytes: [UInt8]
  /// Whether the table has kecamatan that are left out.
  public let leavesOutKecamatan: Bool

  /// The heading of a table whose rows can be told apart by their first bytes.
  private static let heading = Array("kode,nama\n".utf8)

  /// Picks rows out of a table as `mulai` writes it; `nil` for a table of any other form, which has to be read as a
  /// whole: with other columns, codes that are written otherwise, rows of several lines, rows that say nothing.
  ///
  /// - Parameters:
  ///   - table: The text of the table.
  ///   - units: The units that the question is about.
  public init?(of table: [UInt8], around units: [RegionCode]) {
    guard table.starts(with: RegionExcerpt.heading) else { return nil }
    var ranges: [Range<Int>] = []
    var leavesOut = false
    let isPlain = table.withUnsafeBufferPointer { text in
      var begin = RegionExcerpt.heading.count
      while begin < text.count {
        var end = begin
        var comma: Int?
        var isQuoted = false
        while end < text.count, text[end] != UInt8(ascii: "\n") {
          if text[end] == UInt8(ascii: ",") {
            if comma == nil { comma = end }
          } else if text[end] == UInt8(ascii: "\"") {
            isQuoted.toggle()
          }
          end += 1
        }
        guard let comma, !isQuoted,
          let code = RegionCode(bytes: UnsafeBufferPointer(rebasing: text[begin..<comma]))
        else { return false }
        if units.contains(where: { $0.kecamatan.contains(code) || code.contains($0) }) {
          ranges.append(begin..<min(end + 1, text.count))
        } else if code.level == .kecamatan {
          leavesOut = true
        }
        begin = end + 1
      }
      return true
    }
    guard isPlain else { return nil }
    bytes = RegionExcerpt.heading + ranges.flatMap { table[$0] }
    leavesOutKecamatan = leavesOut
  }
}
