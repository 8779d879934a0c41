using SayNo.Content.Storage;

namespace SayNo.Content.Translating;

/// <summary>What one version says, field by field, cut into segments when somebody asks.</summary>
internal sealed class SegmentedVersion(ContentValues values)
{
    private readonly Dictionary<string, SegmentedField> _fields = new(StringComparer.Ordinal);

    public static SegmentedVersion Empty => new(ContentValues.Empty);

    public ContentValues Values => values;

    /// <summary>The fields that say something, in the order in which they are stored.</summary>
    public IEnumerable<string> Fields => values.All.Select(pair => pair.Key).Where(name => this[name].Segments.Count > 0);

    public SegmentedField this[string field]
    {
        get
        {
            if (!_fields.TryGetValue(field, out var segmented))
            {
                _fields[field] = segmented = SegmentedField.Of(field, values[field]);
            }

            return segmented;
        }
    }

    public static SegmentedVersion Of(ContentVersion? version) => version is null ? Empty : new(ContentValues.Parse(version.Data));

    public IReadOnlyList<string> Hashes(string field) => [.. this[field].Segments.Select(segment => segment.Hash)];
}
