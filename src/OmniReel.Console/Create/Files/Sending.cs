using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create.Files;

/// <summary>Sends a file of the form and lets the form know.</summary>
internal static class Sending
{
    /// <summary>Puts a file into the form, wherever it was dropped: a film becomes the film, a picture what the place is for. It goes to the server meanwhile.</summary>
    public static void Begin(Desk desk, FileDesk files, ChosenFile file, ImageRole role)
    {
        Attachment attachment = file.Kind == FileKind.Film ? new Film() : new Picture { Role = role };
        (attachment.Name, attachment.Preview, attachment.Upload) = (file.Name, file.Preview, new Upload());
        desk.Change(form =>
        {
            if (attachment is Picture picture)
                form.Add(picture);
            else
                form.Film = (Film)attachment;
        });
        _ = SendAsync(desk, files, file, attachment);
    }

    /// <summary>Ends when the file is there or was refused; both are written on the attachment. Tells of the share no oftener than by the hundredth.</summary>
    private static async Task SendAsync(Desk desk, FileDesk files, ChosenFile file, Attachment attachment)
    {
        var (url, refusal) = await files.SendAsync(file, share =>
        {
            if (attachment.Upload is { } upload)
                upload.Share = share;
            desk.Redraw();
        });
        if (url is not null)
            (attachment.Url, attachment.IsOwn, attachment.Upload) = (url, true, null);
        else
            attachment.Upload = new Upload { Refusal = refusal };
        desk.Judge();
    }
}
