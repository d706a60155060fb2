internal import Dispatch
internal import Synchronization

/// Work on a long list by two threads.
public enum Workers {
  /// The items from which a second thread pays: to start it takes as long as some ten kecamatan.
  private static let enoughForTwo = 64
  /// The items that a thread takes at a time: few, so that neither waits long for the other in the end.
  private static let block = 16

  /// Works on a list of items in blocks, and gives what came of each block, in the order of the items.
  ///
  /// - Parameters:
  ///   - count: How many items there are.
  ///   - work: Works on some of them; blocks are worked on at the same time.
  /// - Returns: What came of the blocks.
  /// - Throws: What `work` throws for the first block that fails.
  public static func map<Value: Sendable, Failure: Error>(
    _ count: Int, _ work: @Sendable (Range<Int>) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    guard count >= enoughForTwo else { return [try work(0..<count)] }
    let blocks = stride(from: 0, to: count, by: block).map { $0..<min($0 + block, count) }
    let next = Atomic(0)
    let done = Mutex<[Int: Result<Value, Failure>]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < blocks.count else { return }
        let result = Result { () throws(Failure) in try work(blocks[index]) }
        done.withLock { $0[index] = result }
      }
    }
    let results = done.withLock { $0 }
    var values: [Value] = []
    for index in blocks.indices {
      if let result = results[index] { values.append(try result.get()) }
    }
    return values
  }
}
