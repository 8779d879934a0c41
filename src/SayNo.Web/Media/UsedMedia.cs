using System.Text.Json;
using SayNo.Content;
using SayNo.Content.Fields;
using SayNo.Content.Published;

namespace SayNo.Web.Media;

/// <summary>Knows which files something public names: only these may be kept by caches on the way.</summary>
public sealed class UsedMedia(PublishedContent published)
{
    private Found _found = new(Picture.Empty, new HashSet<string>());

    /// <summary>Whether something public names the file, or the picture that it is a rendition of.</summary>
    public bool IsPublic(string path) => Of(published.Public).Contains(FolderOf(path));

    /// <summary>The paths of files that a value names; none if the field holds none.</summary>
    public static IEnumerable<string> Paths(Field field, JsonElement? value) =>
        field is MediaField && value is { ValueKind: JsonValueKind.Array } media
            ? media.EnumerateArray().Select(one => one.GetProperty("Path").GetString() ?? "")
            : [];

    // Renditions lie beside their picture.
    private static string FolderOf(string path) => path.StartsWith(MediaFolder.Library, StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)] : path;

    private IReadOnlySet<string> Of(Picture picture)
    {
        var found = Volatile.Read(ref _found);

        if (ReferenceEquals(found.Picture, picture))
        {
            return found.Folders;
        }

        var folders = picture.Types.Values.SelectMany(type => FoldersOf(picture, type)).ToHashSet(StringComparer.Ordinal);
        Volatile.Write(ref _found, new(picture, folders));

        return folders;
    }

    private static IEnumerable<string> FoldersOf(Picture picture, ContentType type)
    {
        var fields = type.Fields.OfType<MediaField>().ToList();

        return fields.Count == 0 ? [] :
            from item in picture.OfType(type.Name)
            from version in item.Locales.Values.Append(item.Neutral)
            where version is not null
            from field in fields
            from path in Paths(field, version.Values[field.Name])
            select FolderOf(path);
    }

    private sealed record Found(Picture Picture, IReadOnlySet<string> Folders);
}
