internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Hummingbird
internal import SystemPackage
internal import Workspace

/// One look at a page, or one form: the workspace as it is now, who asks, and what was asked.
struct Visit: Sendable {
  /// The workspace, with the units of the day of judging.
  ///
  /// It has all units: what the visitor may see of it is told by ``units(_:)``, ``unit()`` and
  /// ``selection(report:unit:)``.
  let workspace: Workspace
  /// Who asks, and what they may see and write.
  let visitor: Visitor
  /// What a form of the page has to send back, in the field `tanda`.
  let formToken: String
  /// What it rests on.
  let ground: PageGround
  /// The zone by whose clocks it goes: that of the unit that is asked for.
  let zone: IndonesianZone
  /// Today there.
  let today: CivilDate
  /// The day of judging.
  let day: CivilDate
  /// What was asked for.
  let query: PageQuery
  /// The varying parts of the path.
  let parameters: Parameters
  /// What was filled in and is not confirmed yet.
  let drafts: DraftShelf
  /// The counts by region that were made.
  let recaps: KeptRecaps
  /// How often a channel is tried.
  let trials: TrialPace
  /// Where the pages begin: empty, or `/tenggat`.
  let base: String
  /// The server as the visitor's browser names it: `https://tenggat.contoh.go.id`.
  let origin: String
  /// The file of the running program, beside which that for workbooks lies.
  let executable: FilePath

  /// The clock's own time, since 1970-01-01T00:00:00Z; a page that asks for it is one of this moment.
  var now: Duration { ground.now }

  /// The addresses of other pages about the same day.
  var paths: PagePath { PagePath(day, today: today, base: base) }

  /// The moment of recording: today, with the time of day of the clock.
  var instant: ClockReading { instant(on: today) }

  /// A day with the time of day of the clock.
  func instant(on date: CivilDate) -> ClockReading {
    let reading = ClockReading(
      unixSeconds: Int(now.components.seconds), in: zone)
    return ClockReading(
      date: date, secondOfDay: reading.secondOfDay, secondsFromUTC: reading.secondsFromUTC)
  }

  /// The day of judging by the clocks of another zone: where it is that of this moment, what they show at this
  /// moment; another day is looked at everywhere.
  func day(in other: IndonesianZone) -> CivilDate {
    func shown(in zone: IndonesianZone) -> CivilDate {
      ClockReading(unixSeconds: Int(now.components.seconds), in: zone).date
    }
    return day == shown(in: zone) ? shown(in: other) : day
  }

  /// The units that an answer is of: the one asked for, else all that the visitor may see.
  ///
  /// - Parameter asked: The unit from ``unit()``; `nil` where none is named.
  /// - Returns: The units.
  func units(_ asked: RegionCode? = nil) -> UnitScope {
    let units = asked.map { [$0] } ?? visitor.villages?.sorted() ?? []
    return UnitScope(units, workspace.kecamatan)
  }

  /// The most kecamatan that a page shows in full: those of the largest kabupaten, and some more.
  static let mostKecamatan = 64

  /// The units of a page that lists what they owe, as ``units(_:)`` gives them.
  ///
  /// - Throws: ``TooWide`` for more kecamatan than a page shows.
  func listedUnits(_ asked: RegionCode? = nil) throws(TooWide) -> UnitScope {
    let units = units(asked)
    guard units.kecamatan.count <= Visit.mostKecamatan else { throw TooWide() }
    return units
  }

  /// The units as ``listedUnits(_:)`` gives them, without the kecamatan whose ledgers are damaged: a page tells of
  /// these and shows the others.
  ///
  /// - Throws: ``TooWide``; a `WorkspaceFailure` where no ledger can be read, or the only one that is meant cannot.
  func readableUnits(
    _ asked: RegionCode? = nil
  ) throws -> (units: UnitScope, damaged: [DamagedBook]) {
    let (units, damaged) = try listedUnits(asked).readable(in: workspace)
    return (units, damaged.map(DamagedBook.init))
  }

  /// More kecamatan than a page shows: one of their regions is chosen on the page of the recap.
  struct TooWide: Error {}

  /// The region or the kecamatan that was chosen, with which other pages go on; `nil` where none was, or only one
  /// is watched.
  var chosenUnit: RegionCode? {
    guard workspace.kecamatan.count > 1, visitor.villages == nil else { return nil }
    return ((try? unit()) ?? nil)?.kecamatan
  }

  /// The unit that the address names (`unit`), or a kabupaten or a province of such; `nil` where it names none.
  ///
  /// - Throws: ``QueryFault`` for one that is not watched here, or that the visitor does not see: to them it
  ///   does not exist.
  func unit() throws(QueryFault) -> RegionCode? {
    try query.value("unit", as: "unit yang dipantau di sini") {
      let unit = try workspace.unitOrRegion($0)
      return visitor.sees(unit) ? unit : nil
    }
  }

  /// The units that the visitor sees, in their order: each kecamatan with its desa, or some desa alone.
  var visibleUnits: [(kecamatan: Kecamatan, unit: RegionCode)] {
    workspace.kecamatan.flatMap { kecamatan in
      ([kecamatan.code] + kecamatan.villages.map(\.code)).filter(visitor.sees).map {
        (kecamatan, $0)
      }
    }
  }

  /// The units among which one is chosen: all that the visitor sees, but of many kecamatan only the regions next
  /// to the chosen one, and what lies right in it.
  ///
  /// - Parameter chosen: The unit from ``unit()``; `nil` where none is named.
  /// - Returns: The codes with their names.
  func offeredUnits(_ chosen: RegionCode?) -> [(code: RegionCode, name: String)] {
    guard workspace.kecamatan.count > 1, visitor.villages == nil else {
      return visibleUnits.map { ($1, $0.displayName(of: $1)) }
    }
    let all = workspace.kecamatan
    let levels: [KeyPath<RegionCode, RegionCode>] = [\.province, \.regency]
    // A level on which there is but one region is none to choose on.
    let several = levels.filter { level in Set(all.map { $0.code[keyPath: level] }).count > 1 }
    var offered: [(code: RegionCode, name: String)] = []
    var seen: Set<RegionCode> = []
    for kecamatan in all {
      let around = several.map { kecamatan.code[keyPath: $0] }
      let opened = around.prefix { region in chosen.map { region.contains($0) } ?? false }.count
      for region in around.prefix(opened + 1) where seen.insert(region).inserted {
        let unit = [kecamatan.province, kecamatan.regency].compactMap(\.self).first {
          $0.code == region
        }
        offered.append((region, unit?.name ?? region.description))
      }
      guard opened == around.count else { continue }
      offered.append((kecamatan.code, kecamatan.displayName(of: kecamatan.code)))
      guard let chosen, kecamatan.code.contains(chosen) else { continue }
      offered += kecamatan.villages.map { ($0.code, kecamatan.displayName(of: $0.code)) }
    }
    return offered
  }

  /// The obligation that the address names (`unit`, `laporan`, `periode`).
  ///
  /// - Throws: ``ShownTrouble`` where nobody owes it, or the visitor does not see it.
  func obligation() throws -> (selection: Selection, obligation: Obligation) {
    guard let unit = parameters.get("unit"), let report = parameters.get("laporan"),
      let period = parameters.get("periode").flatMap({ Period($0) })
    else { throw ShownTrouble(trouble: .noSuchObligation) }
    let selection = try selection(report: report, unit: unit)
    return (selection, try selection.obligation(period, asOf: day))
  }

  /// A report of a unit, as an address or a form names them.
  ///
  /// - Throws: What a `Selection` throws; ``ShownTrouble`` for a unit that the visitor does not see, as for
  ///   one that does not exist.
  func selection(report: String, unit: String) throws -> Selection {
    let selection = try Selection(report: report, unit: unit, in: workspace)
    guard visitor.sees(selection.unit) else { throw ShownTrouble(trouble: .noSuchObligation) }
    return selection
  }
}
