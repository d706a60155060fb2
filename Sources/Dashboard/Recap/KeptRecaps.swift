internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Synchronization

/// Counts by region that were made, each for as long as no ledger and no calendar of it has changed.
///
/// To count a country takes seconds, and each visitor of its page, each order of its rows and each of its files
/// is made of the same counts. To see that nothing has changed is a look at the times of the files.
final class KeptRecaps: Sendable {
  /// What makes counts other ones, beside what lies in files.
  struct Key: Hashable {
    let year: Int
    let quarter: Quarter?
    let level: Report.Level?
    let region: RegionCode?
    let keepsVillages: Bool
    let day: CivilDate
  }

  private struct Kept {
    let answer: ComplianceRates
    let ground: PageGround
    /// When they were made or asked for last, counted in requests.
    var lastUse: Int
  }

  private struct Shelf {
    var recaps: [Key: Kept] = [:]
    var uses = 0
  }

  private let shelf = Mutex(Shelf())
  /// Held while counts are made: whoever asks for the same meanwhile waits for them instead of making them too.
  private let making = Mutex(())

  /// The counts that are kept at most; those of a country by kecamatan take some megabytes.
  static let most = 8

  /// Counts, as they were made before where they would be the same again.
  ///
  /// - Parameters:
  ///   - key: What is counted.
  ///   - ground: What they are made of, where they have to be made.
  ///   - make: Makes them.
  /// - Returns: The counts.
  /// - Throws: What `make` throws.
  func answer(
    _ key: Key, on ground: PageGround, _ make: () throws -> ComplianceRates
  ) throws -> ComplianceRates {
    if let known = known(key) { return known }
    return try making.withLock { _ in
      if let known = known(key) { return known }
      let answer = try make()
      if ground.holds { keep(answer, key, on: ground) }
      return answer
    }
  }

  private func known(_ key: Key) -> ComplianceRates? {
    let kept = shelf.withLock { shelf in
      shelf.uses += 1
      shelf.recaps[key]?.lastUse = shelf.uses
      return shelf.recaps[key]
    }
    guard let kept else { return nil }
    guard kept.ground.holds else {
      shelf.withLock { $0.recaps[key] = nil }
      return nil
    }
    return kept.answer
  }

  private func keep(_ answer: ComplianceRates, _ key: Key, on ground: PageGround) {
    shelf.withLock { shelf in
      shelf.recaps[key] = Kept(answer: answer, ground: ground, lastUse: shelf.uses)
      if shelf.recaps.count > KeptRecaps.most,
        let oldest = shelf.recaps.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        shelf.recaps[oldest.key] = nil
      }
    }
  }
}
