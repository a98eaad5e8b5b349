package curso.bancada.correcao;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// O prazo de um só teste, no lugar do prazo da classe.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Prazo {

    /// Segundos até o teste ser dado por travado.
    int segundos();
}
