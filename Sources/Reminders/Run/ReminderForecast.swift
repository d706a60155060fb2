public import Answers
public import CivilCalendar
internal import Compliance
public import ComplianceModel

/// Who would be told what on the next days, if nothing were submitted until then and every message
/// arrived: the answer behind `ingatkan --coba`.
public struct ReminderForecast: Sendable {
  /// What goes out on a day.
  public struct Day: Sendable {
    /// The day.
    public let date: CivilDate
    /// Whether nothing is sent that day.
    public let isQuiet: Bool
    /// The digests in the order of sending.
    public let digests: [Digest]
  }

  /// A stage that a digest tells of, of one report for one or more units.
  public struct Line: Sendable {
    /// Days from the due date.
    public let stage: Int
    /// The code of the report.
    public let report: String
    /// The covered period.
    public let period: Period
    /// The due date in force.
    public let due: CivilDate
    /// The units that owe it, in the order of the digest.
    public let units: [RegionCode]
  }

  /// The days in order, today first.
  public let days: [Day]
  /// What nobody is told of today, since somebody asked for that.
  public let snoozes: [OutboxRow.Snooze]
  private let kecamatan: [Kecamatan]

  /// Looks ahead; nothing is sent or written.
  ///
  /// - Parameters:
  ///   - run: The run of today.
  ///   - count: How many days, today among them.
  ///   - rows: The outbox.
  public init(_ run: ReminderRun, days count: Int, after rows: [OutboxRow]) {
    var state = OutboxState(rows, asOf: run.day)
    days = (0..<count).map { offset in
      let date = run.day.adding(days: offset)
      guard !run.isQuiet(on: date) else { return Day(date: date, isQuiet: true, digests: []) }
      let digests = run.digests(on: date, state).filter {
        !state.wasTold(OutboxState.Route($0), on: date)
      }
      state.suppose(digests, sentOn: date)
      return Day(date: date, isQuiet: false, digests: digests)
    }
    snoozes = OutboxState(rows).snoozes(on: run.day)
    kecamatan = run.offices.map(\.definitions.kecamatan)
  }

  /// The stages that a digest tells of: units that share report, period, due date and stage are on one
  /// line.
  public func lines(of digest: Digest) -> [Line] {
    struct Key: Hashable {
      let stage: Int
      let report: String
      let period: Period
      let due: CivilDate
    }
    return digest.keys.stages
      .groups { Key(stage: $0.stage, report: $0.report, period: $0.period, due: $0.due) }
      .map { key, stages in
        Line(
          stage: key.stage, report: key.report, period: key.period, due: key.due,
          units: stages.map(\.unit))
      }
  }

  /// A unit as it is printed; its code where no kecamatan of the run has it.
  public func name(of unit: RegionCode) -> String {
    kecamatan.first { $0.code == unit.kecamatan }?.displayName(of: unit) ?? unit.description
  }

  /// A line in words: `H-3: LPPDesa 2024, Desa Tarungin, Desa Burakai, tenggat 31 Maret 2025`.
  public func text(of line: Line) -> String {
    let villages = line.units.filter(\.isDesa).map(name)
    let parts =
      ["\(line.report) \(line.period.indonesian)"] + villages
      + ["tenggat \(line.due.indonesian)"]
    return "\(ReminderSettings.text(of: line.stage)): \(parts.joined(separator: ", "))"
  }

  /// What is said of a digest that has the summary of the week.
  public static let weekText = "mingguan: ringkasan minggu ini"

  // MARK: - Tables

  /// The table of days.
  public static let dayColumns: [Column<Day>] = [
    Column(key: "tanggal", heading: "Tanggal") { .day($0.date) },
    Column(key: "tenang", heading: "Hari tenang") { .flag($0.isQuiet) },
  ]

  /// The table of the digests of a day.
  public static let digestColumns: [Column<Digest>] = [
    Column(key: "orang", heading: "Orang") { .text($0.recipient.id) },
    Column(key: "nama", heading: "Nama") { .text($0.recipient.name) },
    Column(key: "saluran", heading: "Saluran") { .text($0.channel.name) },
  ]
}
