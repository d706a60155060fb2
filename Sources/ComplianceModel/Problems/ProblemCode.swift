/// The names of the problems that one module finds, of which it has an enum.
///
/// A name is an area and what is wrong in it, in lower case: `kalender.kunci-ganda`. Programs that read
/// `--json` rely on it, so that it never changes and is never given to another problem.
public protocol ProblemCode: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {}
