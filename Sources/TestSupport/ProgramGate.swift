import Foundation

/// Lets only a few programs run at the same time; the others wait in the order in which they came.
///
/// Tests all start at once. Without this, a thousand programs would share the machine's cores, none
/// would end soon, and their open files would be more than Foundation can start a program with: it
/// reads past its buffer where over about 1,360 descriptors are open.
actor ProgramGate {
  /// The gate of all tests of this process.
  static let shared = ProgramGate(places: max(4, 2 * ProcessInfo.processInfo.activeProcessorCount))

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Creates a gate.
  ///
  /// - Parameter places: How many may be inside at the same time; at least 1.
  init(places: Int) { free = places }

  /// Waits for a place and holds it while the body runs.
  ///
  /// - Parameter body: What needs the place. It must not ask for another one.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws.
  nonisolated func pass<Value>(
    _ body: () async throws -> Value
  ) async rethrows -> Value {
    await enter()
    do {
      let value = try await body()
      await leave()
      return value
    } catch {
      await leave()
      throw error
    }
  }

  private func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func leave() {
    guard !waiting.isEmpty else {
      free += 1
      return
    }
    waiting.removeFirst().resume()
  }
}
