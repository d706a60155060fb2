public import Answers
public import CivilCalendar
public import ComplianceModel
public import DurableFiles
public import Workspace

extension KepatuhanExport {
  /// What many documents state alike.
  public struct Question: Sendable {
    /// The day of judging.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?
    /// When the documents are made.
    public let made: ClockReading
    /// Today, whose year names an empty ledger.
    public let today: CivilDate

    /// Asks.
    public init(
      asOf day: CivilDate, knownThrough: CivilDate?, made: ClockReading, today: CivilDate
    ) {
      self.day = day
      self.knownThrough = knownThrough
      self.made = made
      self.today = today
    }
  }

  /// The document of a kecamatan, written and not yet named.
  public struct Prepared: Sendable {
    /// The kecamatan.
    public let kecamatan: Kecamatan
    /// The file.
    public let file: PreparedFile
    /// Its size in bytes.
    public let size: Int
    /// The dates that wait for holidays and are not in it.
    public let uncomputed: UncomputedDates
    /// Whether it has indicators.
    public let hasIndicators: Bool
  }

  /// Writes the documents of many kecamatan by two threads, of which nothing else is kept.
  ///
  /// - Parameters:
  ///   - offices: The kecamatan.
  ///   - question: What all documents state alike.
  ///   - workspace: The workspace, with the units of the day of judging.
  ///   - folder: Where they are put.
  /// - Returns: The documents before the first that failed, in the order of the kecamatan, each valid; and why that
  ///   one did.
  public func prepare(
    _ offices: ArraySlice<Kecamatan>, _ question: Question, in workspace: Workspace,
    to folder: OutputFolder
  ) -> (prepared: [Prepared], failure: (any Error)?) {
    let blocks = Workers.map(offices.count) { range in
      var results: [Result<Prepared, any Error>] = []
      for offset in range {
        let office = offices[offices.startIndex + offset]
        results.append(Result { try prepare(office, question, in: workspace, to: folder) })
        if case .failure? = results.last { break }
      }
      return results
    }
    var prepared: [Prepared] = []
    for result in blocks.joined() {
      switch result {
      case .success(let one): prepared.append(one)
      case .failure(let error): return (prepared, error)
      }
    }
    return (prepared, nil)
  }

  private func prepare(
    _ kecamatan: Kecamatan, _ question: Question, in workspace: Workspace, to folder: OutputFolder
  ) throws -> Prepared {
    let desk = try workspace.desk(of: kecamatan, knownThrough: question.knownThrough)
    let (document, uncomputed) = try document(
      desk, asOf: question.day, made: question.made, today: question.today)
    let bytes = try bytes(of: document)
    return Prepared(
      kecamatan: kecamatan, file: try folder.prepare(bytes, as: fileName(of: kecamatan.code)),
      size: bytes.count, uncomputed: uncomputed,
      hasIndicators: !document.statement.indicators.isEmpty)
  }
}
