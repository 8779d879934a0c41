using System.Data.Common;

namespace SayNo.Search.Finding;

/// <summary>Where an index lives.</summary>
/// <param name="Open">Opens an empty SQLite database in memory.</param>
internal sealed record SearchMemory(Func<DbConnection> Open);
