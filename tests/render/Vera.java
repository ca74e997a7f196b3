import java.io.File;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/** Vera FILE FLAVOUR…: one line "FLAVOUR true|false CHECKS" each, then the clauses that were broken. */
public class Vera {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            PDFAFlavour flavour = PDFAFlavour.fromString(arguments[i]);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(arguments[0]), flavour)) {
                ValidationResult result = ValidatorFactory.createValidator(flavour, true, 200).validate(parser);
                System.out.println(arguments[i] + " " + result.isCompliant() + " " + result.getTotalAssertions());
                TreeSet<String> broken = new TreeSet<>();
                for (TestAssertion assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                        broken.add("  " + assertion.getRuleId().getClause() + ": " + assertion.getMessage());
                    }
                }
                broken.forEach(System.out::println);
            }
        }
    }
}
