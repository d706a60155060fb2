internal import Dispatch
internal import Reminders
internal import Synchronization

/// Waits for something asynchronous.
///
/// Commands are not asynchronous, what they ask other programs and servers is: the command's thread has
/// nothing else to do until then.
///
/// - Parameter work: What is waited for.
/// - Returns: What it returns.
/// - Throws: What it throws; a `MachineShortage` where the machine has too little for it, before it begins.
func waiting<Success: Sendable>(
  for work: @escaping @Sendable () async throws -> Success
) throws -> Success {
  if let shortage = MachineShortage.found { throw shortage }
  let answer = Answer<Success>()
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    do {
      let success = try await work()
      answer.result.withLock { $0 = .success(success) }
    } catch {
      answer.result.withLock { $0 = .failure(error) }
    }
    done.signal()
  }
  done.wait()
  guard let result = answer.result.withLock({ $0 }) else { throw CancellationError() }
  return try result.get()
}

/// Carries an answer from one thread to another.
private final class Answer<Success: Sendable>: Sendable {
  let result = Mutex<Result<Success, any Error>?>(nil)
}
