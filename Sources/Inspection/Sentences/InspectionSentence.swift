/// What an inspection finds, with its sentences in Indonesian.
enum InspectionSentence {}
