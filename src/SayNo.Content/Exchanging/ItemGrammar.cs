using System.Text.Json;
using SayNo.Content.Recipes;

namespace SayNo.Content.Exchanging;

/// <summary>What a recipe of one owner may hold: its head, and steps that bring items. Types and settings belong to the whole site.</summary>
internal sealed class ItemGrammar(string file)
{
    private const int Root = 0;
    private const int Member = 1;
    private const int Step = 2;
    private const int StepMember = 3;
    private const int Item = 4;

    private int _step = -1;
    private int _item = -1;
    private bool _isContent;
    private bool _hasSteps;

    public RecipeProblem? Problem { get; private set; }

    /// <summary>Where the item stands that was taken last.</summary>
    public string ItemPath => $"$.steps[{_step}].data[{_item}]";

    /// <summary>Takes the token that the reader has come to, with all that belongs to it.</summary>
    public Taken Take(ref Utf8JsonReader reader, int line) => (reader.CurrentDepth, reader.TokenType) switch
    {
        (_, JsonTokenType.EndArray or JsonTokenType.EndObject) => Taken.Token,
        (Root, JsonTokenType.StartObject) => Taken.Token,
        (Root, _) => Refuse("$", line, "A recipe is a JSON object: { \"name\": ..., \"steps\": [ ... ] }."),
        (Member, JsonTokenType.PropertyName) => TakeMember(ref reader, line),
        (Step, JsonTokenType.StartObject) => BeginStep(),
        (StepMember, JsonTokenType.PropertyName) => TakeStepMember(ref reader, line),
        (Item, JsonTokenType.StartObject) => TakeItem(ref reader),
        (Item, _) => Refuse($"$.steps[{_step}].data", line, "\"data\" must be a list of objects."),
        _ => Refuse("$.steps", line, "\"steps\" must be a list of objects."),
    };

    /// <summary>What is missing at the end of the file.</summary>
    public RecipeProblem? AgainstEnd(int line) => _hasSteps ? null : new(file, "$", line, "The recipe has no \"steps\".");

    private Taken TakeMember(ref Utf8JsonReader reader, int line)
    {
        if (!reader.ValueTextEquals("steps"u8))
        {
            return Skip(ref reader);
        }

        if (!reader.Read())
        {
            return Taken.NeedsMore;
        }

        _hasSteps = true;

        return reader.TokenType == JsonTokenType.StartArray ? Taken.Token : Refuse("$.steps", line, "\"steps\" must be a list of objects: [ ... ].");
    }

    private Taken BeginStep()
    {
        _step++;
        _item = -1;
        _isContent = false;

        return Taken.Token;
    }

    private Taken TakeStepMember(ref Utf8JsonReader reader, int line)
    {
        var isName = reader.ValueTextEquals("name"u8);
        var isData = reader.ValueTextEquals("data"u8) || reader.ValueTextEquals("Data"u8);
        var at = $"$.steps[{_step}]";

        if (!reader.Read())
        {
            return Taken.NeedsMore;
        }

        if (isName && reader.TokenType == JsonTokenType.String)
        {
            var name = reader.GetString();
            _isContent = "content".Equals(name, StringComparison.OrdinalIgnoreCase);

            return _isContent
                ? Taken.Token
                : Refuse($"{at}.name", line, $"Only items can be imported here. The step \"{name}\" changes the whole site, which takes a recipe run by its administrator.");
        }

        if (!isData || !_isContent)
        {
            return Refuse(at, line, "A step has \"name\": \"content\" first, then \"data\", the list of its items, and nothing else.");
        }

        return reader.TokenType == JsonTokenType.StartArray ? Taken.Token : Refuse($"{at}.data", line, "\"data\" must be a list of objects: [ ... ].");
    }

    private Taken TakeItem(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
        {
            return Taken.NeedsMore;
        }

        _item++;

        return Taken.Item;
    }

    private static Taken Skip(ref Utf8JsonReader reader) => reader.Read() && reader.TrySkip() ? Taken.Token : Taken.NeedsMore;

    private Taken Refuse(string path, int line, string sentence)
    {
        Problem = new(file, path, line, sentence);

        return Taken.Refused;
    }
}

/// <summary>What became of a token.</summary>
internal enum Taken
{
    Token,
    Item,
    NeedsMore,
    Refused,
}
