using SayNo.Content.Publishing;
using SayNo.Web.Localization;

namespace SayNo.Web.Admin;

/// <summary>
/// What a module finds for somebody to do, for the first screen. A module registers its own as <see cref="EditorTasks"/>; the screen puts
/// the groups of all of them in the order of their urgency, and the first task that the person may do is the first thing to do.
/// </summary>
public abstract class EditorTasks
{
    /// <summary>What there is to do in one scope. The answer costs a fixed number of SQL commands, whatever there is.</summary>
    /// <exception cref="RightDeniedException">The editor may not read the scope.</exception>
    public abstract Task<IReadOnlyList<TaskGroup>> OfAsync(TasksAsked asked, CancellationToken ct);

    /// <summary>How much there is to do in each of all scopes, for the overview of whoever may read everything: one column each.</summary>
    public virtual Task<IReadOnlyList<TaskColumn>> CountsAsync(Editor by, PoLocalizer l, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TaskColumn>>([]);
}

/// <summary>Whose tasks are asked for, and where.</summary>
/// <param name="By">Who looks.</param>
/// <param name="Scope"><c>EU</c> or a country.</param>
/// <param name="L">The texts of the screens in the editor's language.</param>
public sealed record TasksAsked(Editor By, string Scope, PoLocalizer L);

/// <summary>How urgent a group of tasks is; the lower, the sooner.</summary>
public enum Urgency
{
    /// <summary>Something that was agreed on did not happen, such as a publication.</summary>
    Failed = 10,

    /// <summary>Children may be told what is wrong: a contact that nobody has checked for long.</summary>
    Overdue = 20,

    /// <summary>A colleague sent it back and waits.</summary>
    SentBack = 30,

    /// <summary>A colleague waits for an answer.</summary>
    Waiting = 40,

    /// <summary>One step is missing.</summary>
    Ready = 50,

    /// <summary>It will be overdue soon, or says less than it should.</summary>
    Due = 60,

    /// <summary>The source says something else by now.</summary>
    Outdated = 70,

    /// <summary>A text that does not exist yet.</summary>
    Missing = 80,

    /// <summary>Work that somebody has begun.</summary>
    Begun = 90,

    /// <summary>Good to know; nothing to do. It is never the first thing to do.</summary>
    Notice = 100,
}

/// <summary>Tasks of one kind. A group without tasks is shown too, with the sentence that says what that means.</summary>
public sealed record TaskGroup
{
    /// <summary>Small letters and hyphens, the same in every language: the anchor on the screen.</summary>
    public required string Key { get; init; }

    /// <summary>In the editor's language.</summary>
    public required string Title { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>The first of them, the most urgent one first.</summary>
    public required IReadOnlyList<EditorTask> Tasks { get; init; }

    /// <summary>How many there are altogether.</summary>
    public required int Total { get; init; }

    /// <summary>What an empty group means, in a sentence in the editor's language. Null: an empty group is not shown.</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>Where all of them are listed.</summary>
    public string? MorePath { get; init; }
}

/// <summary>One thing to do: a link.</summary>
public sealed record EditorTask
{
    /// <summary>What the link says, such as the title of a text.</summary>
    public required string Text { get; init; }

    /// <summary>The locale of <see cref="Text"/> if it is content; empty if it is in the editor's language or in none.</summary>
    public string TextLocale { get; init; } = "";

    public required string Path { get; init; }

    /// <summary>More about it, in the editor's language.</summary>
    public string? Note { get; init; }

    /// <summary>False for what somebody else must do: it is shown, and is never the first thing to do.</summary>
    public bool IsTheirs { get; init; } = true;

    /// <summary>What a colleague wrote about it, in their own words.</summary>
    public string? Quote { get; init; }
}

/// <summary>One number for each scope.</summary>
/// <param name="Title">In the editor's language.</param>
/// <param name="Counts">By scope; a scope that is not there has none.</param>
/// <param name="IsWork">True if a number above zero means that somebody has something to do.</param>
public sealed record TaskColumn(string Title, IReadOnlyDictionary<string, int> Counts, bool IsWork = true);
