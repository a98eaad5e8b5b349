package curso.bancada.correcao;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// Declara que a classe de teste corrige um exercício.
///
/// Cada teste roda numa thread própria, com prazo. Parâmetros dos tipos
/// [curso.bancada.servicos.Servicos], [curso.bancada.servicos.Postgres],
/// [curso.bancada.servicos.Banco] (novo a cada teste, fechado no fim),
/// [curso.bancada.servicos.Redis] e [curso.bancada.servicos.Mensageria] são fornecidos.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ExtensaoDeExercicio.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public @interface TesteDeExercicio {

    /// O número do exercício, por exemplo `"03.1"`.
    String value();

    /// O prazo de cada teste, em segundos. Um método pode ter o seu com [Prazo].
    int prazoEmSegundos() default 10;
}
