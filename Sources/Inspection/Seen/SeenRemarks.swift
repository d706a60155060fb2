public import CivilCalendar
public import ComplianceModel
internal import DurableFiles
internal import Hashing

/// The remarks that somebody has seen and lets stand, as `sudah-dilihat.csv` holds them.
///
/// The file is only ever added to, a row a remark: day, who, the name of the problem, the file, what it says, and a
/// chain as the ledger has one, so that a row that was edited shows. Equal remarks have a row each. A remark that says
/// something else is another one; one that goes and comes back the same is still the one that was seen.
public struct SeenRemarks: Sendable {
  /// What is wrong with the file; where a fault is among it, no remark counts as seen.
  public private(set) var findings: [Finding] = []
  /// The days on which equal remarks were marked, first to last.
  private var days: [SeenRemark: [CivilDate]] = [:]
  /// The `rantai` of the last row.
  private(set) var lastChain: [UInt8]

  static let columns = ["hari", "petugas", "kode", "berkas", "temuan", "rantai"]
  /// The first line, without its line end.
  static let header = Array(columns.joined(separator: ",").utf8)

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - bytes: The file; empty where there is none.
  ///   - name: The file as it is named to the user.
  init(_ bytes: [UInt8], name: String) {
    lastChain = SeenRemarks.digest(Array("tenggat-dilihat-1".utf8))
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var isFaulty = false
    for (index, line) in lines.dropLast().enumerated() {
      let place = SourcePlace(file: name, line: index + 1, column: 1)
      if index == 0 {
        guard !AppendedTable.isOfLaterForm(bytes, header: SeenRemarks.header) else {
          findings.append(InspectionSentence.laterSeen(at: place))
          isFaulty = true
          break
        }
        guard line.elementsEqual(SeenRemarks.header) else {
          findings.append(InspectionSentence.damagedSeen(at: place))
          isFaulty = true
          break
        }
      } else if !add(line) {
        findings.append(InspectionSentence.damagedSeen(at: place))
        isFaulty = true
      }
    }
    if isFaulty { days = [:] }
    if let tail = lines.last, !tail.isEmpty, !isFaulty {
      findings.append(
        InspectionSentence.tornSeen(at: SourcePlace(file: name, line: lines.count, column: 1)))
    }
  }

  /// The files that it names, as paths in the workspace.
  var files: Set<String> { Set(days.keys.map(\.file)) }

  /// Of a file that cannot be read.
  init(unreadable finding: Finding) {
    self.init([], name: finding.place.file)
    findings.append(finding)
  }

  /// Whether the file can be relied on.
  var isSound: Bool { !findings.contains { $0.severity == .fault } }

  /// Takes a row; false where it is not one that this program wrote behind the row before.
  private mutating func add(_ line: ArraySlice<UInt8>) -> Bool {
    let comma = line.lastIndex(of: UInt8(ascii: ",")) ?? line.startIndex
    let chain = SeenRemarks.link(after: lastChain, row: Array(line[..<comma]))
    lastChain = Array(line[comma...].dropFirst())
    var reader = CSVReader(Array(line))
    var fields: [CSVReader.Field] = []
    guard chain == lastChain, (try? reader.next(&fields)) != nil,
      fields.count == SeenRemarks.columns.count,
      let day = CivilDate(iso: reader.content(fields[0]))
    else { return false }
    let remark = SeenRemark(
      code: reader.text(fields[2]), file: reader.text(fields[3]), what: reader.text(fields[4]))
    days[remark, default: []].append(day)
    return true
  }

  /// When each finding of an inspection was marked as seen.
  ///
  /// - Parameter findings: All that a check found.
  /// - Returns: A day for each, in their order; `nil` for a fault, and for a remark that nobody has seen. Of equal
  ///   remarks as many have a day as were marked, the first ones.
  public func days(of findings: [Finding]) -> [CivilDate?] {
    var used: [SeenRemark: Int] = [:]
    return findings.map { finding in
      guard let remark = SeenRemark(finding), let days = days[remark] else { return nil }
      let count = used[remark, default: 0]
      used[remark] = count + 1
      return days.indices.contains(count) ? days[count] : nil
    }
  }

  /// The row of a remark, with its line end; the chain goes on with it.
  mutating func row(_ remark: SeenRemark, by name: String, on day: CivilDate) -> [UInt8] {
    var writer = CSVWriter()
    for text in [day.description, name, remark.code, remark.file, remark.what] {
      writer.field(text)
    }
    lastChain = SeenRemarks.link(after: lastChain, row: writer.bytes)
    return writer.bytes + [UInt8(ascii: ",")] + lastChain + [UInt8(ascii: "\n")]
  }

  private static func link(after chain: [UInt8], row: [UInt8]) -> [UInt8] {
    digest(chain + [UInt8(ascii: "\n")] + row)
  }

  private static func digest(_ bytes: [UInt8]) -> [UInt8] {
    Hexadecimal.encode(SHA256.digest(of: bytes))
  }
}
