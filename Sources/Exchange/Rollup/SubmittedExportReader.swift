public import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles

/// Reads what a roll-up needs of the exports of kecamatan, one after another: each passes by, whatever its size,
/// and is not kept.
///
/// Not `Sendable`: each thread makes its own.
public final class SubmittedExportReader {
  private let walker: XMLWalker

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - xsdBytes: The file of the schema that every export must satisfy.
  ///   - name: What errors call it.
  /// - Throws: As ``KepatuhanSchema/init(xsdBytes:name:)``.
  public init(xsdBytes: [UInt8], name: String) throws(XMLFailure) {
    walker = try XMLWalker(xsdBytes: xsdBytes, name: name)
  }

  /// Reads an export, and judges all of it.
  ///
  /// - Parameters:
  ///   - file: The file as it is named to the user.
  ///   - next: Puts the next bytes of the file into a buffer, and says how many; 0 at its end.
  /// - Returns: What it says.
  /// - Throws: As ``KepatuhanReader/document(from:schema:)`` for the values that are read, but whatever its size;
  ///   what `next` throws.
  public func export(
    named file: String, reading next: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> SubmittedExport {
    let gathering = Gathering()
    let faults = try walker.walk(gathering, reading: next)
    guard faults.isEmpty else {
      throw FaultyDocument(faults: gathering.isRecap ? [Messages.isRecap] : faults)
    }
    return try gathering.export(named: file)
  }
}

/// What was read of an export so far.
private final class Gathering: XMLVisitor {
  private var head: KepatuhanHead?
  private var regions: [KepatuhanDocument.Regions.Part] = []
  private var tally: Tally?
  private var ledgers: [SubmittedExport.Mark] = []
  private var reports = CodeList()
  private var indicators = CodeList()
  /// What becomes of the text of the element that it is in.
  private var ending: ((String) throws -> Void)?
  /// Whether it is a sum of exports, which is added up no further.
  private(set) var isRecap = false

  private static let regionNames: [StaticString] = ["provinsi", "kabupaten", "kecamatan"]

  func start(_ element: XMLPassingElement) throws -> Bool {
    switch element.depth {
    case 0:
      isRecap = element.isNamed("\(RekapWriter.root)", in: RekapWriter.namespace)
      if !isRecap { head = try KepatuhanHead(element) }
    case 1 where element.isNamed("ringkasan"): tally = try Tally(element)
    case 1 where element.isNamed("sidik_buku"): return try startLedger(element)
    case 2 where element.isNamed("laporan"): try reports.add(element)
    case 2 where element.isNamed("indikator"): try indicators.add(element)
    case 2 where regions.count < 3 && Gathering.regionNames.contains(where: element.isNamed):
      return try startRegion(element)
    default: break
    }
    return false
  }

  func end(text: String) throws { try ending?(text) }

  private func startRegion(_ element: XMLPassingElement) throws -> Bool {
    let part = try KepatuhanDocument.Regions.Part(element, name: "")
    ending = { [unowned self] in regions.append(part.named($0)) }
    return true
  }

  private func startLedger(_ element: XMLPassingElement) throws -> Bool {
    guard ledgers.count < Limits.items else { throw element.fault(Messages.tooManyLedgers) }
    let (line, mark) = (element.line, try LedgerMark(element, chain: ""))
    ending = { [unowned self] in
      ledgers.append(SubmittedExport.Mark(mark.ending(in: $0), line: line))
    }
    return true
  }

  /// What a valid document said.
  func export(named file: String) throws -> SubmittedExport {
    guard let head, let tally else { throw FaultyDocument(line: 0, Messages.missing("ringkasan")) }
    let regions = try KepatuhanDocument.Regions(regions)
    return SubmittedExport(
      file: file, kecamatan: regions.kecamatan, provinceName: regions.provinceName,
      regencyName: regions.regencyName, kecamatanName: regions.kecamatanName, duty: head.duty,
      asOf: head.asOf, watchedSince: head.watchedSince, made: head.made, tally: tally,
      ledgers: ledgers, reports: reports.codes, indicators: indicators.codes)
  }
}

/// The codes of many elements, each once.
private struct CodeList {
  private(set) var codes: Set<String> = []
  private var length = 0

  mutating func add(_ element: XMLPassingElement) throws {
    let code = try element.value("kode")
    guard codes.insert(code).inserted else { return }
    length += code.utf8.count
    guard length <= Limits.codes else { throw element.fault(Messages.tooManyCodes) }
  }
}

extension KepatuhanDocument.Regions.Part {
  fileprivate func named(_ name: String) -> Self {
    Self(code: code, name: name, line: line)
  }
}

extension LedgerMark {
  fileprivate func ending(in chain: String) -> LedgerMark {
    LedgerMark(kecamatan: kecamatan, year: year, rows: rows, chain: chain)
  }
}
