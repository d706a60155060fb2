internal import Synchronization

/// Years that are counted when they are first asked for.
///
/// A class, since all copies of a calendar share the years that one of them counted.
final class KnownYears: Sendable {
  private let years = Mutex<[Int: WorkingYear?]>([:])
  private let count: @Sendable (Int) -> WorkingYear?

  /// Prepares to count.
  ///
  /// - Parameter count: Counts a year; `nil` where its holidays are not known.
  init(_ count: @escaping @Sendable (Int) -> WorkingYear?) { self.count = count }

  subscript(year: Int) -> WorkingYear? {
    if let known = years.withLock({ $0[year] }) { return known }
    // Counted outside the lock, since the holidays may have to be read.
    let counted = count(year)
    years.withLock { $0[year] = .some(counted) }
    return counted
  }
}
