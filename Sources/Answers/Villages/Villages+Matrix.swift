public import CivilCalendar
public import Compliance
public import ComplianceModel

extension Villages {
  /// The desa of one kecamatan with their documents and the recommendations for them.
  public struct Matrix: Sendable {
    /// The kecamatan.
    public let kecamatan: Kecamatan
    /// Its reports and their codes.
    public let calendar: ReportCalendar
    /// The desa that were asked about, by code.
    public let rows: [VillageMatrix.Row]
    /// Since when its units are watched.
    public let watchedSince: WatchedSince
    /// What keeps recommendations from being asked for.
    public let gates: ShutGates
    /// The reports whose documents of this year were owed before it.
    public let inForceKinds: [InForce.Kind]
    /// Their documents by desa; they are in no count of the year.
    public let inForce: [RegionCode: [InForce]]
    /// Whether it is told what was accepted.
    public let showsAcceptance: Bool

    /// Describes what was judged.
    ///
    /// - Parameters:
    ///   - rows: The desa.
    ///   - inForce: What is in force in the year and was owed before it, and of which kinds.
    ///   - judge: The judge that counted them.
    ///   - showsAcceptance: Whether the office asks for an acceptance.
    init(
      _ rows: [VillageMatrix.Row],
      inForce: (kinds: [InForce.Kind], documents: [RegionCode: [InForce]]), _ judge: Judge,
      showsAcceptance: Bool
    ) {
      kecamatan = judge.definitions.kecamatan
      calendar = judge.definitions.calendar
      self.rows = rows
      inForceKinds = inForce.kinds
      self.inForce = inForce.documents
      self.showsAcceptance = showsAcceptance
      let office = judge.definitions.office
      watchedSince = WatchedSince(UnitScope(rows.map(\.village.code), [kecamatan]), office)
      var gates = ShutGates()
      gates.add(rows.flatMap(\.recommendations), judge)
      self.gates = gates
    }

    /// The documents of its desa, counted.
    public var documents: VillageMatrix.Presence {
      rows.reduce(into: .init()) { $0 += $1.presence }
    }

    /// The recommendations for its desa, counted.
    public var recommendations: VillageMatrix.Presence {
      rows.reduce(into: .init()) { $0 += $1.recommendationPresence }
    }

    /// The reports that some desa owes, in the order of the calendar, each with the first document of it.
    public var reports: [(report: Report, example: VillageMatrix.Document)] {
      calendar.reports.compactMap { report in
        rows.lazy.flatMap(\.documents).first { $0.report.code == report.code }
          .map { (report, $0) }
      }
    }

    /// The desa that lack a document that should be in force, by kind; a kind that nobody lacks is left out.
    public var lacking: [(kind: InForce.Kind, villages: [Unit])] {
      inForceKinds.compactMap { kind in
        let villages = rows.map(\.village).filter { village in
          inForce[village.code, default: []].contains {
            $0.report == kind.report && !$0.assessment.status.isSettled
          }
        }
        return villages.isEmpty ? nil : (kind, villages)
      }
    }

    /// Whether a document or a recommendation is past its due date and not in.
    public var hasOverdue: Bool {
      rows.contains { row in
        row.documents.contains { $0.status == .overdue }
          || row.recommendations.contains { $0.status == .overdue }
      }
    }

    /// Whether a document or a recommendation was returned and its correction is awaited.
    public var hasReturn: Bool {
      rows.contains { row in
        row.documents.contains { $0.returned != nil }
          || row.recommendations.contains { $0.pendingReturn != nil }
      }
    }

    /// Whether some desa does not owe a document that another one owes.
    public var hasGaps: Bool {
      let count = reports.count
      return rows.contains { $0.documents.count < count }
    }

    /// Whether a document is in and has no due date yet.
    public var hasUndated: Bool {
      rows.contains { $0.documents.contains { $0.status == .submitted } }
    }

    /// What is past its due date and not in: a desa with its documents and recommendations.
    public var owing: [(village: Unit, owed: [Owed])] {
      rows.compactMap { row in
        let documents = row.documents.filter { $0.status == .overdue }.map {
          Owed(report: calendar.codes[$0.report.code], period: nil, returned: $0.returned)
        }
        let recommendations = row.recommendations.filter { $0.status == .overdue }.map {
          Owed(
            report: calendar.codes[$0.report.code], period: $0.obligation.id.period,
            returned: $0.pendingReturn?.date)
        }
        let owed = documents + recommendations
        return owed.isEmpty ? nil : (row.village, owed)
      }
    }

    /// The reports whose documents wait for an event that nobody has recorded, with how many desa that
    /// concerns.
    public var unknownEvents: [(report: String, event: String, count: Int)] {
      reports.compactMap { report, _ in
        guard let event = report.perEvent.map({ calendar.codes[$0] }) else { return nil }
        let count = rows.flatMap(\.documents).count { document in
          document.report.code == report.code && !document.isPresent && !document.isBeforeWatch
            && document.parts.allSatisfy { $0.due == nil }
        }
        return count > 0 ? (calendar.codes[report.code], event, count) : nil
      }
    }
  }

  /// A document that a desa owes.
  public struct Owed: Sendable {
    /// The code of the report.
    public let report: String
    /// The period of a recommendation; `nil` for a document.
    public let period: Period?
    /// The day on which it was returned; `nil` where no corrected one is awaited.
    public let returned: CivilDate?
  }
}
