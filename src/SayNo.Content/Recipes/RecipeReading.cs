using System.Text.Json;
using System.Text.Json.Nodes;
using SayNo.Content.Recipes.Steps;

namespace SayNo.Content.Recipes;

/// <summary>Reads a recipe and the recipes it includes into a plan, and collects everything that is wrong with them.</summary>
internal sealed class RecipeReading(RecipePlan plan, RecipeOptions options)
{
    /// <summary>The members of a recipe's root. Their case counts, as in Orchard Core.</summary>
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "$schema", "name", "displayName", "description", "author", "website", "version", "issetuprecipe", "requireNewScope", "exportUtc",
        "categories", "tags", "variables", "steps",
    };

    private readonly RecipeFolders _folders = new(options.Folders);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<(string File, string Name)> _chain = [];
    private RecipeText? _text;

    public RecipePlan Plan { get; } = plan;

    public RecipeOptions Options { get; } = options;

    public RecipeProblems Problems { get; } = new();

    /// <summary>The file that is being read.</summary>
    public RecipeText Text => _text ?? throw new InvalidOperationException("No recipe is being read.");

    public async Task ReadAsync(string file, CancellationToken ct)
    {
        var (text, problem) = await RecipeText.ReadAsync(file, ct);

        if (text is null)
        {
            if (problem is not null)
            {
                Problems.Add(problem);
            }

            return;
        }

        var outer = _text;
        _text = text;
        _read.Add(Path.GetFullPath(file));
        _chain.Add((Path.GetFullPath(file), TextOf(text.Root, "name") ?? Path.GetFileName(file)));
        CheckRoot(text.Root);

        foreach (var step in ObjectsOf(text.Root, "steps").ToList())
        {
            await ReadStepAsync(step, ct);
        }

        _chain.RemoveAt(_chain.Count - 1);
        _text = outer;
    }

    public async Task IncludeAsync(JsonObject place, string name, CancellationToken ct)
    {
        var files = _folders.Find(name, Text.File);

        if (files.Count != 1)
        {
            Refuse(place, "name", files.Count == 0
                ? $"No recipe named {name} was found beside this file, in the folders under it, or in {FoldersInWords()}."
                : $"Several recipes are named {name}: {string.Join(", ", files)}. Please rename one.");
        }
        else if (_chain.FindIndex(one => one.File == files[0]) is >= 0 and var start)
        {
            Refuse(place, "name", $"The recipes include each other: {string.Join(" → ", _chain.Skip(start).Select(one => one.Name).Append(name))}.");
        }
        else if (!_read.Contains(files[0]))
        {
            await ReadAsync(files[0], ct);
        }
    }

    /// <summary>Goes on with a file that has been read before, so that what is refused is reported in it.</summary>
    public void ReturnTo(RecipeText text) => _text = text;

    public void Refuse(JsonNode place, string sentence) => Problems.Add(Text, place, sentence);

    public void Refuse(JsonNode parent, string member, string sentence) => Problems.Add(Text, parent, member, sentence);

    public void RefuseOthers(JsonObject node, params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in node)
        {
            if (!known.Contains(name))
            {
                Refuse(node, name, $"\"{name}\" is not known here. There are: {string.Join(", ", known.ToArray())}.");
            }
        }
    }

    /// <summary>A text, or none if the member is missing; another kind of value is refused.</summary>
    public string? TextOf(JsonObject node, string member)
    {
        if (node[member] is not { } value)
        {
            return null;
        }

        if (value.GetValueKind() == JsonValueKind.String)
        {
            return value.GetValue<string>();
        }

        Refuse(node, member, $"\"{member}\" must be a text.");

        return null;
    }

    public string? RequiredTextOf(JsonObject node, string member)
    {
        if (node[member] is null)
        {
            Refuse(node, $"\"{member}\" is missing.");

            return null;
        }

        var text = TextOf(node, member);

        if (text is { Length: 0 })
        {
            Refuse(node, member, $"\"{member}\" is empty.");
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    public JsonObject? ObjectOf(JsonObject node, string member)
    {
        if (node[member] is not (null or JsonObject))
        {
            Refuse(node, member, $"\"{member}\" must be an object: {{ ... }}.");
        }

        return node[member] as JsonObject;
    }

    public IEnumerable<JsonObject> ObjectsOf(JsonObject node, string member) =>
        ListOf(node, member, "objects", entry => entry as JsonObject);

    public IEnumerable<(JsonNode Place, string Name)> TextsOf(JsonObject node, string member) =>
        ListOf(node, member, "texts", entry => entry?.GetValueKind() == JsonValueKind.String ? (JsonValue)entry : null)
            .Select(entry => ((JsonNode)entry, entry.GetValue<string>()));

    private IEnumerable<T> ListOf<T>(JsonObject node, string member, string what, Func<JsonNode?, T?> read)
        where T : JsonNode
    {
        if (node[member] is not (null or JsonArray))
        {
            Refuse(node, member, $"\"{member}\" must be a list of {what}: [ ... ].");
        }

        var list = node[member] as JsonArray ?? [];

        for (var i = 0; i < list.Count; i++)
        {
            if (read(list[i]) is { } entry)
            {
                yield return entry;
            }
            else
            {
                Problems.Add(Text, list, i, $"\"{member}\" must be a list of {what}.");
            }
        }
    }

    private async Task ReadStepAsync(JsonObject step, CancellationToken ct)
    {
        if (RequiredTextOf(step, "name") is not { } name)
        {
            return;
        }

        if (RecipeStep.Find(name) is { } known)
        {
            await known.ReadAsync(step, this, ct);
        }
        else if (!Options.SkipUnknownSteps)
        {
            Refuse(step, "name", $"There is no step named {name}. There are: {string.Join(", ", RecipeStep.Names)}.");
        }
    }

    private void CheckRoot(JsonObject root)
    {
        RefuseOthers(root, [.. Members]);
        RefuseScripts(root);
        ObjectOf(root, "variables");

        if (root["steps"] is null)
        {
            Refuse(root, "The recipe has no \"steps\".");
        }
        else if (root.IndexOf("variables") > root.IndexOf("steps"))
        {
            Refuse(root, "variables", "\"variables\" must come before \"steps\".");
        }
    }

    public void RefuseScripts(JsonNode node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };

        foreach (var child in children)
        {
            if (child is JsonObject or JsonArray)
            {
                RefuseScripts(child);
            }
            else if (child?.GetValueKind() == JsonValueKind.String && IsScript(child.GetValue<string>()))
            {
                Refuse(child, "The value is a script. Scripts are not run here; please write the value itself.");
            }
        }
    }

    private static bool IsScript(string text) =>
        text.StartsWith("[js:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("[file:", StringComparison.OrdinalIgnoreCase);

    private string FoldersInWords() => Options.Folders.Count == 0 ? "other folders" : string.Join(", ", Options.Folders);
}
