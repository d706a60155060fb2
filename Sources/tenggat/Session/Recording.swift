internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// Records one row about each of some obligations, all or none: checks them, keeps the evidence, checks
/// again under the lock.
struct Recording {
  /// One row.
  struct Item {
    /// What it speaks of; after ``Recording/record()`` its desk knows the rows.
    var selection: Selection
    let obligation: Obligation
    let date: CivilDate
    let received: CivilDate
    /// Obligations that may be meant instead.
    var others: [Obligation] = []
  }

  let session: Session
  var items: [Item]
  let kind: LedgerEvent.Kind
  let recorder: String
  var note: String?
  /// Why it is recorded although something is odd about it.
  var reason: String?
  /// Files that prove each of the rows.
  var evidence: [String] = []

  /// What was recorded for an item.
  struct Result {
    let item: Item
    let row: LedgerEvent.RowID
    let admission: Admission
    let evidencePath: String?
  }

  mutating func record() throws -> (results: [Result], remarks: [Finding]) {
    let today = session.today
    items = try CommandFailure.forEach(items) { item in
      var item = item
      item.others = try item.selection.desk.alternatives(
        to: item.obligation, dated: item.date, asOf: today)
      _ = try admit(item, item.selection.desk.judge(asOf: today))
      return item
    }
    var desks = items.map(\.selection.desk).reduce(into: [Desk]()) { desks, desk in
      if !desks.contains(where: { $0.kecamatan.code == desk.kecamatan.code }) {
        desks.append(desk)
      }
    }
    let stored = try desks.map { try StoredEvidence.store(evidence, $0, session) }
    var admissions: [[Admission]] = desks.map { _ in [] }
    let before = self
    let places = items.map { item in
      desks.firstIndex { $0.kecamatan.code == item.selection.desk.kecamatan.code } ?? 0
    }
    let written = try Desk.append(to: &desks, at: session.clock.now) { place, judge, _ in
      let own = zip(before.items, places).filter { $0.1 == place }.map(\.0)
      admissions[place] = try CommandFailure.forEach(own) { try before.admit($0, judge) }
      return zip(own, admissions[place]).map { before.entry($0, $1, stored[place]) }
    }
    var next = desks.map { _ in 0 }
    let results = zip(items, places).map { item, place in
      var item = item
      item.selection.desk = desks[place]
      defer { next[place] += 1 }
      return Result(
        item: item, row: written[place].rows[next[place]],
        admission: admissions[place][next[place]], evidencePath: stored[place]?.path)
    }
    // Of one file for several units it is enough to say it once a ledger.
    let shared = desks.indices.flatMap { place -> [Finding] in
      guard let evidence = stored[place], let first = places.firstIndex(of: place) else {
        return []
      }
      return desks[place].remarks(
        onEvidence: evidence.sha256, of: items[first].selection.unit, evidence.originalName,
        besides: written[place].rows)
    }
    return (results, written.flatMap(\.remarks) + shared)
  }

  private func admit(_ item: Item, _ judge: Judge) throws -> Admission {
    let proposal = Proposal(
      kind: kind, date: item.date, received: item.received, hasReason: reason != nil)
    do throws(Refusal) {
      return try judge.admit(proposal, for: item.obligation, insteadOf: item.others)
    } catch {
      let selection = item.selection
      let what = "\(selection.code) \(item.obligation.id.period) \(selection.unitName)"
      // Beside the note that a decision needs anyway.
      let sentence =
        kind == .submitted
        ? error.sentence(about: what)
        : error.sentence(
          about: what, insistence: "sebut suratnya dengan --catatan dan sebabnya dengan --alasan")
      throw CommandFailure.usage(sentence.what, fix: sentence.fix.spelled)
    }
  }

  private func entry(
    _ item: Item, _ admission: Admission, _ stored: StoredEvidence?
  ) -> LedgerEntry {
    var words: [String] = []
    if let stored { words.append("[\(stored.originalName)]") }
    if let note { words.append(note) }
    if let reason { words.append(ReasonNote.text(reason, admission)) }
    return LedgerEntry(
      kind: kind, unit: item.selection.unit, subject: item.selection.code,
      period: item.obligation.id.period.description, date: item.date, received: item.received,
      file: stored?.path ?? "", sha256: stored?.sha256 ?? "",
      note: words.joined(separator: " "), recorder: recorder)
  }
}

extension StoredEvidence {
  /// Keeps files as evidence of a row that is recorded today; `nil` where there is none.
  ///
  /// - Throws: A ``CommandFailure`` for a file that cannot be read; a failure to keep it.
  static func store(
    _ paths: [String], _ desk: Desk, _ session: Session
  ) throws -> StoredEvidence? {
    do {
      return try session.workspace.ledgers.storeEvidence(
        all: paths.map { FilePath($0) }, for: desk.kecamatan.code, year: session.today.year)
    } catch let failure as UnfitEvidence {
      throw CommandFailure(
        .data, "berkas bukti \(failure.path) \(failure.fault.sentence)",
        fix: "\(failure.fault.remedy); belum ada yang dicatat")
    } catch let error as FileFailure {
      // A source that cannot be read is the person's to mend, not the workspace's.
      guard paths.contains(where: { FilePath($0) == error.path }), let errno = error.errno else {
        throw error
      }
      throw CommandFailure(
        .noInput, "berkas bukti \(error.path) tidak dapat dibaca (\(errno.indonesian))",
        fix: "periksa nama dan izinnya; belum ada yang dicatat")
    }
  }
}

extension CommandFailure {
  /// Does something with each of some elements, and tells what is wrong with all of them.
  ///
  /// - Returns: What came of each.
  /// - Throws: The failure of the only one that failed, or one failure with the lines of all.
  static func forEach<Element, Value>(
    _ elements: [Element], _ body: (Element) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    var failures: [CommandFailure] = []
    for element in elements {
      do {
        values.append(try body(element))
      } catch {
        failures.append(CommandFailure(error))
      }
    }
    guard let first = failures.first else { return values }
    var lines: [String] = []
    for line in failures.flatMap(\.lines) where !lines.contains(line) { lines.append(line) }
    throw CommandFailure(first.code, lines: lines)
  }
}
