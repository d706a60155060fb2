import Synchronization
import Testing

@testable import TestSupport

@Suite struct ProgramGateTests {
  @Test func `never more are inside than there are places, and everybody gets in`() async {
    let gate = ProgramGate(places: 3)
    let visitors = Visitors()
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...200 {
        group.addTask {
          await gate.pass {
            visitors.enter()
            for _ in 1...5 { await Task.yield() }
            visitors.leave()
          }
        }
      }
    }
    #expect(visitors.count.inside == 0)
    #expect(visitors.count.most <= 3)
    #expect(visitors.count.entered == 200)
  }

  @Test func `who fails inside gives the place back`() async throws {
    struct Failure: Error {}
    let gate = ProgramGate(places: 1)
    await #expect(throws: Failure.self) { try await gate.pass { throw Failure() } }
    #expect(await gate.pass { 7 } == 7)
  }

  /// Counts who is inside a gate.
  private final class Visitors: Sendable {
    typealias Count = (inside: Int, most: Int, entered: Int)
    private let counted = Mutex<Count>((inside: 0, most: 0, entered: 0))

    var count: Count { counted.withLock { $0 } }

    func enter() {
      counted.withLock { count in
        count.inside += 1
        count.most = max(count.most, count.inside)
        count.entered += 1
      }
    }

    func leave() { counted.withLock { $0.inside -= 1 } }
  }
}
