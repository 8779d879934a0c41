using SayNo.Content.Storage;

namespace SayNo.Content.Auditing;

/// <summary>Follows the hashes from entry to entry, in the order of their numbers.</summary>
/// <param name="head">What the log says its last entry is.</param>
internal sealed class AuditChain(AuditHead head)
{
    private long _last;
    private string _hash = "";
    private AuditEntry? _suspect;
    private AuditFault? _fault;

    /// <summary>Takes the next entry.</summary>
    /// <returns>False once nothing that follows can say more.</returns>
    public bool Add(AuditEntry entry)
    {
        if (_suspect is not null)
        {
            return !IsReorderedWith(entry);
        }

        if (entry.Sequence != _last + 1)
        {
            _fault = new(_last + 1, AuditFaultKind.Missing);

            return false;
        }

        if (AuditLog.HashOf(entry, _hash) != entry.Hash)
        {
            // Either it was changed, or the one that belongs here stands further on.
            _suspect = entry;
            _fault = new(entry.Sequence, AuditFaultKind.Changed);

            return true;
        }

        (_last, _hash) = (entry.Sequence, entry.Hash);

        return entry.Sequence != head.Sequence || IsHead(entry);
    }

    public AuditVerdict End() => new(_last, _hash, _fault ?? AgainstEnd());

    private bool IsReorderedWith(AuditEntry entry)
    {
        if (AuditLog.HashOf(entry with { Sequence = _last + 1 }, _hash) != entry.Hash)
        {
            return false;
        }

        _fault = new(_last + 1, AuditFaultKind.Reordered);

        return true;
    }

    private bool IsHead(AuditEntry entry)
    {
        _fault = entry.Hash == head.Hash ? null : new(entry.Sequence, AuditFaultKind.Changed);

        return _fault is null;
    }

    // Entries that came while we read stand behind the head that we know.
    private AuditFault? AgainstEnd() => _last < head.Sequence ? new(_last + 1, AuditFaultKind.Missing) : null;
}
